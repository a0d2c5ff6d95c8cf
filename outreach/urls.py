"""What you say, and when to follow up. One action a URL."""

from django.urls import path

from outreach.actions import views as actions
from outreach.budget.urls import urlpatterns as budget
from outreach.facts import views as facts
from outreach.followups import views as follow_ups
from outreach.messages import compose_views as compose
from outreach.messages import views as messages
from outreach.reminders.urls import urlpatterns as reminders
from outreach.rules.urls import urlpatterns as rules
from outreach.today import views as today
from outreach.voice.urls import urlpatterns as voice

app_name = "outreach"

_contact = "contacts/<uuid:pk>"
_message = "messages/<uuid:pk>"
_follow_up = "follow-ups/<uuid:pk>"

urlpatterns = [
    path("", today.today, name="today"),
    path("log/", today.log, name="log"),
    path("just-met/", today.just_met_list, name="just-met"),
    path(f"{_contact}/write/", compose.message_compose, name="message-compose"),
    path(f"{_contact}/write/assess/", compose.message_assess, name="message-assess"),
    path(f"{_contact}/write/save/", compose.message_save, name="message-save"),
    path(f"{_contact}/write/sent/", compose.message_send, name="message-send"),
    path(f"{_contact}/write/draft/", compose.message_redraft, name="message-redraft"),
    path(f"{_contact}/write/fact/", facts.fact_add, name="fact-add"),
    path(f"{_contact}/write/claim/", facts.claim_add, name="claim-add"),
    path(f"{_contact}/write/answer/", facts.question_answer, name="question-answer"),
    path(f"{_contact}/forget/", facts.fact_forget, name="fact-forget"),
    path(f"{_contact}/write/private/", facts.fact_keep_private, name="fact-keep-private"),
    path(f"{_contact}/write/allow/", facts.fact_allow, name="fact-allow"),
    path(f"{_contact}/default-sent/", messages.default_send, name="default-send"),
    path("messages/", messages.message_list, name="messages"),
    path(f"{_message}/", messages.message_page, name="message"),
    path(f"{_message}/discard/", messages.message_discard, name="message-discard"),
    path(f"{_message}/accepted/", messages.message_accept, name="message-accept"),
    path(f"{_message}/replied/", messages.message_reply, name="message-reply"),
    path(f"{_message}/declined/", messages.message_decline, name="message-decline"),
    path(f"{_message}/withdrawn/", messages.message_withdraw, name="message-withdraw"),
    path(
        f"{_message}/unanswered/",
        messages.message_unanswered,
        name="message-unanswered",
    ),
    path("follow-ups/", follow_ups.follow_up_list, name="follow-ups"),
    path("follow-ups/timings/", follow_ups.follow_up_timings, name="follow-up-timings"),
    path(f"{_contact}/follow-up/", follow_ups.follow_up_add, name="follow-up-add"),
    path(f"{_follow_up}/", follow_ups.follow_up_page, name="follow-up"),
    path(f"{_follow_up}/done/", follow_ups.follow_up_done, name="follow-up-done"),
    path(f"{_follow_up}/replied/", follow_ups.follow_up_replied, name="follow-up-replied"),
    path(f"{_follow_up}/snooze/", follow_ups.follow_up_snooze, name="follow-up-snooze"),
    path(f"{_follow_up}/let-go/", follow_ups.follow_up_let_go, name="follow-up-let-go"),
    path("undo/<uuid:pk>/", actions.action_undo, name="action-undo"),
    *budget,
    *reminders,
    *rules,
    *voice,
]
