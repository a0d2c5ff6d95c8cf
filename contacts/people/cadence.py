"""How often one means to be in touch."""

CADENCES = {  # days
    30: "Every month",
    61: "Every other month",
    91: "Every quarter",
    182: "Twice a year",
    365: "Once a year",
}


def spoken_cadence(days: int) -> str:
    """“Every quarter”, or “Every 45 days” for an unusual one."""
    return CADENCES.get(days, f"Every {days} days")
