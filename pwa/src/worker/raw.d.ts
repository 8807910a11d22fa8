/** Words of the content, as they stand in their file. */
declare module "*.ftl?raw" {
  const text: string;
  export default text;
}
