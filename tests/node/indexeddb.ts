/** IndexedDB for Node. Tests import this file by its path, so that the package is found here and needs no loader. */
import "fake-indexeddb/auto";

/** Forgets every database, as a new phone would have none. */
export { IDBFactory } from "fake-indexeddb";
