"""What the environment says: which database, which data folder."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


def _user_data() -> Path:
    return platformdirs.user_data_path("relations-db", appauthor=False)


class Settings(BaseSettings):
    """Read from the environment when built; an empty variable counts as not set.

    `DATABASE_URL`: a PostgreSQL server; None means the embedded one.
    `RELATIONS_DB_DATA`: the data folder (absolute); without it the user's, which honours `XDG_DATA_HOME`.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True, populate_by_name=True)

    database_url: str | None = Field(default=None, validation_alias="DATABASE_URL", repr=False)
    data_folder: Path = Field(default_factory=_user_data, validation_alias="RELATIONS_DB_DATA")

    @field_validator("data_folder")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()
