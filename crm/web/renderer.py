"""How forms look here: through our own templates, with the widgets that Django ships."""

from django.forms.renderers import TemplatesSetting


class RapportRenderer(TemplatesSetting):
    """Every form and field of the product, also allauth's, without naming a template each time."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
