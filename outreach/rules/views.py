"""“My rules”: seen on the profile, worded here."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from contacts.doors import posted
from crm.web.http import CrmRequest
from outreach.actions.answer import refuse
from outreach.actions.recording import Stale
from outreach.rules.forms import KindForm, RuleForm
from outreach.rules.models import Rule
from outreach.rules.services import bring_back, keep, remove


def own_rule(request: CrmRequest, pk: UUID) -> Rule:
    return get_object_or_404(Rule.objects.for_user(request.user), pk=pk)


@require_GET
def rule_list(request: CrmRequest) -> HttpResponse:
    """The rules that hold, and what else can be one."""
    mine = Rule.objects.for_user(request.user)
    standing = list(mine.standing())
    taken = {rule.kind for rule in standing} - {Rule.Kind.OWN}
    context = {
        "rules": standing,
        "open_kinds": [(kind, label) for kind, label in Rule.Kind.choices if kind not in taken],
        "removed": mine.exclude(removed_at=None).order_by("-removed_at")[:5],
    }
    return render(request, "outreach/rules/rules.html", context)


@require_http_methods(["GET", "POST"])
def rule_add(request: CrmRequest) -> HttpResponse:
    """Word a rule of the kind that the address names."""
    asked = KindForm(request.GET)
    if not asked.is_valid():
        return redirect("outreach:rules")
    kind = Rule.Kind(asked.cleaned_data["kind"])
    wording = "" if kind == Rule.Kind.OWN else kind.label
    rule = Rule(owner=request.user, kind=kind, wording=wording)
    return _edit(request, rule, said="Your rule holds from now on.")


@require_http_methods(["GET", "POST"])
def rule_edit(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Word it differently."""
    return _edit(request, own_rule(request, pk), said="Saved.")


def _edit(request: CrmRequest, rule: Rule, *, said: str) -> HttpResponse:
    form = RuleForm(posted(request), instance=rule)
    if form.is_valid():
        try:
            keep(form.instance)
        except Stale as stale:
            form.add_error(None, str(stale))
        else:
            messages.success(request, said)
            return redirect("outreach:rules")
    context = {"form": form, "kind": rule.get_kind_display(), "is_new": rule._state.adding}
    status = 422 if form.is_bound else 200
    return render(request, "outreach/rules/rule.html", context, status=status)


@require_POST
def rule_remove(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Let it hold no more."""
    rule = own_rule(request, pk)
    remove(rule)
    undo = reverse("outreach:rule-bring-back", args=[rule.pk])
    messages.success(request, f"Removed: {rule}", extra_tags=f"undo:{undo}")
    return redirect("outreach:rules")


@require_POST
def rule_bring_back(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Let it hold again."""
    rule = own_rule(request, pk)
    try:
        bring_back(rule)
    except Stale as stale:
        return refuse(request, stale, back=reverse("outreach:rules"))
    messages.success(request, f"It holds again: {rule}")
    return redirect("outreach:rules")
