"""What is asked of the budget, a picture a file."""

from sereno.plans.budget.queries import beginning as beginning
