"""The models for ORM use: `from relations_db import models`, then `select(models.Visit)`."""

from relations_db.store.models import *  # noqa: F403
from relations_db.store.models import __all__ as __all__
