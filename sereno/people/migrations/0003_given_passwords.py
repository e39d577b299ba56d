# 

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_factors_under_a_key'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='password_was_given',
            field=models.BooleanField(default=False),
        ),
    ]
