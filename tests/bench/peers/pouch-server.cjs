// express-pouchdb as its README mounts it: node pouch-server.cjs PORT EMPTY-FOLDER
const express = require("express");
const PouchDB = require("pouchdb");

const [port, folder] = process.argv.slice(2);
const databases = PouchDB.defaults({ prefix: `${folder}/` });
const pages = require("express-pouchdb")(databases, {
  mode: "minimumForPouchDB", configPath: `${folder}/config.json`, logPath: `${folder}/log.txt`,
});
express().use("/", pages).listen(Number(port), "127.0.0.1");
