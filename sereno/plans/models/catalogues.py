"""What the nation and the world want: dated catalogues that objectives of a plan serve."""

from django.db import models


class Catalogue(models.Model):
    """A national plan or the SDGs, in force for a while: law and governments change them."""

    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=160)
    source = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class CatalogueObjective(models.Model):
    """One numbered objective of a catalogue; unconfirmed until a source for its title is seen."""

    catalogue = models.ForeignKey(Catalogue, on_delete=models.PROTECT, related_name="objectives")
    number = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["catalogue", "number"], name="catalogue_objective_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
