"""What the database says of its own schema: everything that a migration can get wrong, as plain rows to compare."""

from __future__ import annotations

from sqlalchemy import Connection, text

_QUERIES = {
    "relations": """
        SELECT n.nspname, c.relname, c.relkind::text, obj_description(c.oid, 'pg_class')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'v', 'm', 'S', 'p') AND n.nspname = ANY(:schemas)""",
    "columns": """
        SELECT n.nspname, c.relname,
          (SELECT count(*) FROM pg_attribute b
           WHERE b.attrelid = a.attrelid AND b.attnum BETWEEN 1 AND a.attnum AND NOT b.attisdropped),
          a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text, a.attgenerated::text,
          pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v') AND n.nspname = ANY(:schemas)""",
    "constraints": """
        SELECT n.nspname, c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid)
        FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
        WHERE c.contype <> 'n' AND n.nspname = ANY(:schemas)""",
    "indexes": """
        SELECT n.nspname, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY(:schemas)""",
    "triggers": """
        SELECT n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND n.nspname = ANY(:schemas)""",
    "functions": """
        SELECT n.nspname, p.oid::regprocedure::text, pg_get_functiondef(p.oid), obj_description(p.oid, 'pg_proc')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = ANY(:schemas)""",
    "types": """
        SELECT n.nspname, t.typname, t.typtype::text, obj_description(t.oid, 'pg_type')
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = ANY(:schemas)""",
    "views": "SELECT schemaname, viewname, definition FROM pg_views WHERE schemaname = ANY(:schemas)",
    "schemas": """
        SELECT n.nspname, obj_description(n.oid, 'pg_namespace') FROM pg_namespace n WHERE n.nspname = ANY(:schemas)""",
}


def catalog(
    connection: Connection, schemas: tuple[str, ...] = ("relations", "reports"), leave_out: str = "alembic_version"
) -> dict[str, list[tuple[object, ...]]]:
    """Every object of the schemas, sorted; the version table is left out."""
    return {
        name: sorted(
            (
                tuple(row)
                for row in connection.execute(text(query), {"schemas": list(schemas)})
                if not _named(row, leave_out)
            ),
            key=repr,
        )
        for name, query in _QUERIES.items()
    }


def _named(row: object, name: str) -> bool:
    return any(name in str(cell) for cell in row[:3])  # type: ignore[index]
