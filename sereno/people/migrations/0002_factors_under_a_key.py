"""Second factors that were kept in the clear are kept under the key of this installation."""

from django.db import migrations

SECRETS = ("secret", "seed")


def lock(apps, schema_editor):
    """Recovery codes of an old kind, kept one by one, are locked each by itself."""
    from sereno.people.adapters import SecondFactor

    keep = SecondFactor().encrypt
    for one in apps.get_model("mfa", "Authenticator").objects.order_by("pk"):
        for name in SECRETS:
            if name in one.data:
                one.data[name] = keep(one.data[name])
        if "migrated_codes" in one.data:
            one.data["migrated_codes"] = [keep(code) for code in one.data["migrated_codes"]]
        one.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(lock)]
