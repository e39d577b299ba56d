"""The groups of the classifier of income and expense, as dated rows that a council may add to."""

from datetime import date

from django.db import migrations

GROUPS = (
    ("13", "Tasas y contribuciones"),
    ("18", "Transferencias y donaciones corrientes"),
    ("28", "Transferencias y donaciones de capital e inversión"),
    ("37", "Saldos disponibles"),
    ("51", "Gastos en personal"),
    ("53", "Bienes y servicios de consumo"),
    ("56", "Gastos financieros"),
    ("57", "Otros gastos corrientes"),
    ("58", "Transferencias y donaciones corrientes"),
    ("71", "Gastos en personal para inversión"),
    ("73", "Bienes y servicios para inversión"),
    ("75", "Obras públicas"),
    ("77", "Otros gastos de inversión"),
    ("78", "Transferencias y donaciones para inversión"),
    ("84", "Bienes de larga duración"),
    ("96", "Amortización de la deuda pública"),
    ("97", "Pasivo circulante"),
    ("99", "Otros pasivos"),
)


def add(apps, schema_editor):
    Group = apps.get_model("budget", "Group")
    Group.objects.bulk_create(
        Group(code=code, name=name, starts_on=date(2010, 1, 1)) for code, name in GROUPS
    )


class Migration(migrations.Migration):
    dependencies = [("budget", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
