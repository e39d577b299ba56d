"""A catalogue says what it is, and of the plan of 2025-2029 only the axes are known."""

from django.db import migrations, models

KINDS = {
    "pnd-2021-2025": "national_plan",
    "pnd-2024-2025": "national_plan",
    "pnd-2025-2029": "national_plan",
    "ods": "sdg",
}


def tell(apps, schema_editor):
    for code, kind in KINDS.items():
        apps.get_model("plans", "Catalogue").objects.filter(code=code).update(kind=kind)
    axes = apps.get_model("plans", "CatalogueObjective").objects
    axes.filter(catalogue__code="pnd-2025-2029", number__startswith="E").update(kind="axis")


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_activities")]

    operations = [
        migrations.AddField(
            model_name="catalogue",
            name="kind",
            field=models.CharField(
                choices=[
                    ("national_plan", "Plan nacional de desarrollo"),
                    ("sdg", "Objetivos de Desarrollo Sostenible"),
                    ("pdot", "Plan de desarrollo y ordenamiento territorial (PDOT)"),
                    ("other", "Otro"),
                ],
                default="other",
                max_length=13,
            ),
        ),
        migrations.AddField(
            model_name="catalogueobjective",
            name="kind",
            field=models.CharField(
                choices=[("objective", "objetivo"), ("axis", "eje")],
                default="objective",
                max_length=9,
            ),
        ),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
