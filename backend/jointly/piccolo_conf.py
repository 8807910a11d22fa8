"""Where Piccolo's own commands look. `jointly migrate` puts the open database's engine here first."""

from piccolo.conf.apps import AppRegistry
from piccolo.engine.sqlite import SQLiteEngine

DB = SQLiteEngine(path="jointly.sqlite3")
APP_REGISTRY = AppRegistry(apps=["jointly.piccolo_app"])
