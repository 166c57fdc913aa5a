"""The models of schema `relations`: classes for ORM use, and the metadata that the migrations are tested against."""

from relations_db.store.models import ddl
from relations_db.store.models.base import SCHEMA, Base, metadata
from relations_db.store.models.codes import (
    AgreementForm,
    DeclarationForm,
    MilestoneKind,
    Office,
    RelationshipLevel,
    Sector,
    VisitKind,
)
from relations_db.store.models.documents import Document, Source, Statement, StatementQuote, Unhandled
from relations_db.store.models.facts import Dissent, Evidence, Fact, fact_parties, fact_sectors
from relations_db.store.models.kinds import (
    Agreement,
    CitedOffice,
    Declaration,
    JointProject,
    Milestone,
    TradeFigure,
    TradeTarget,
    Visit,
    announcers,
    signatories,
    visit_meetings,
)
from relations_db.store.models.reference import City, Country, CountryName, Leader, LeaderName, ReferenceLoad, Tenure
from relations_db.store.models.runs import Judgement, Load, LoadProblem

ddl.attach(metadata)

__all__ = [
    "SCHEMA",
    "Agreement",
    "AgreementForm",
    "Base",
    "CitedOffice",
    "City",
    "Country",
    "CountryName",
    "Declaration",
    "DeclarationForm",
    "Dissent",
    "Document",
    "Evidence",
    "Fact",
    "JointProject",
    "Judgement",
    "Leader",
    "LeaderName",
    "Load",
    "LoadProblem",
    "Milestone",
    "MilestoneKind",
    "Office",
    "ReferenceLoad",
    "RelationshipLevel",
    "Sector",
    "Source",
    "Statement",
    "StatementQuote",
    "Tenure",
    "TradeFigure",
    "TradeTarget",
    "Unhandled",
    "Visit",
    "VisitKind",
    "announcers",
    "fact_parties",
    "fact_sectors",
    "metadata",
    "signatories",
    "visit_meetings",
]
