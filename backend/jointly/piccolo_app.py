"""Jointly as a Piccolo app: its tables and its one line of migrations."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from jointly.tables import TABLES

APP_CONFIG = AppConfig(
    app_name="jointly",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=list(TABLES),
    migration_dependencies=[],
    commands=[],
)
