/**
 * Writes src/shared/api/schema.d.ts from openapi.json: one type a schema, and one line an operation with the body it
 * takes and the answer it gives. `node openapi-types.ts`, or with `--check` says whether the file is up to date.
 * (openapi-typescript needs the TypeScript compiler's API, which TypeScript 7 does not have.)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Schema {
  $ref?: string; type?: string | string[]; enum?: unknown[]; const?: unknown;
  oneOf?: Schema[]; anyOf?: Schema[]; allOf?: Schema[];
  items?: Schema; prefixItems?: Schema[]; properties?: { [name: string]: Schema };
  required?: string[]; additionalProperties?: boolean | Schema; propertyNames?: Schema; description?: string;
}
interface Content { content?: { "application/json"?: { schema?: Schema } } }
interface OperationObject { requestBody?: Content; responses?: { [status: string]: Content } }
interface Document {
  paths: { [path: string]: { [method: string]: OperationObject } };
  components?: { schemas?: { [name: string]: Schema } };
}

const METHODS = ["get", "put", "post", "delete", "patch"];
const NAMED: { [type: string]: string } = { integer: "number", number: "number", string: "string", boolean: "boolean", null: "null" };

export function typesFor(document: Document): string {
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    "/** Written by openapi-types.ts from openapi.json. Do not edit. */", "",
    "export interface Schemas {", ...schemas.map(([name, schema]) => `  ${quoted(name)}: ${typeOf(schema)};`), "}", "",
    "export interface Operations {", ...operationsOf(document), "}", "",
  ].join("\n");
}

function operationsOf(document: Document): string[] {
  return Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => {
      const { requestBody, responses = {} } = methods[method]!;
      const good = Object.keys(responses).sort().find((status) => status.startsWith("2"));
      return `  "${method.toUpperCase()} ${path}": { body: ${contentOf(requestBody)}; answer: ${contentOf(good ? responses[good] : undefined)} };`;
    }));
}

function contentOf(holder: Content | undefined): string {
  const schema = holder?.content?.["application/json"]?.schema;
  return schema ? typeOf(schema) : "undefined";
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return `Schemas["${schema.$ref.split("/").at(-1)}"]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return union(choices.map(typeOf));
  if (schema.allOf) return schema.allOf.map(typeOf).join(" & ");
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type })));
  if (schema.type === "array") return arrayOf(schema);
  if (schema.type === "object" || schema.properties) return objectOf(schema);
  return NAMED[schema.type ?? ""] ?? "unknown";
}

function arrayOf(schema: Schema): string {
  return schema.prefixItems ? `[${schema.prefixItems.map(typeOf).join(", ")}]` : `(${typeOf(schema.items ?? {})})[]`;
}

function objectOf({ properties, required = [], additionalProperties, propertyNames }: Schema): string {
  if (!properties) {
    const values = typeof additionalProperties === "object" ? typeOf(additionalProperties) : "unknown";
    return propertyNames?.enum ? `{ [name in ${typeOf(propertyNames)}]?: ${values} }` : `{ [name: string]: ${values} }`;
  }
  const fields = Object.entries(properties).map(([name, schema]) =>
    `${quoted(name)}${required.includes(name) ? "" : "?"}: ${typeOf(schema)}`);
  return `{ ${fields.join("; ")} }`;
}

const union = (types: string[]) => [...new Set(types)].join(" | ");
const quoted = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

if (import.meta.main) {
  const target = join(import.meta.dirname, "src/shared/api/schema.d.ts");
  const types = typesFor(JSON.parse(readFileSync(join(import.meta.dirname, "openapi.json"), "utf8")) as Document);
  const same = readFileSync(target, "utf8") === types;
  if (process.argv.includes("--check")) process.exitCode = same ? 0 : 1;
  else if (!same) writeFileSync(target, types);
}
