from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_promises_found_and_freed")]
    operations = [
        # Apart from the step before: Postgres changes no table with rows just moved.
        migrations.AddConstraint(
            model_name="promise",
            constraint=models.UniqueConstraint(
                fields=("meeting", "by"),
                name="promise_once_per_meeting_and_side",
                violation_error_message="This side has a promise from this meeting already.",
            ),
        ),
    ]
