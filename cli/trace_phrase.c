/* One happening in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trace_phrase.h"

#include "models/flow/callers.h"
#include "models/names.h"
#include "plots/number.h"

#include <math.h>

/* What needs no more words than these. */
static const char *const plain[N_TOLD] = {
    [TOLD_OPENS] = N_("the centre opens"),
    [TOLD_CLOSES] = N_("the centre closes"),
    [TOLD_CLOSED] = N_("hears that it is closed"),
    [TOLD_BUSY] = N_("busy tone"),
    [TOLD_GREETED] = N_("hears the greeting"),
    [TOLD_HUNG_UP] = N_("hangs up in the greeting"),
    [TOLD_WRONG_LINE] = N_("told that it is another line"),
    [TOLD_RESOLVED] = N_("resolved at first level"),
    [TOLD_ORIENTED] = N_("oriented to a professional"),
    [TOLD_STATUS] = N_("told how the request stands"),
    [TOLD_ANSWER] = N_("given the answer"),
    [TOLD_RESTS] = N_("does not try again for now"),
    [TOLD_NEED_CLOSED] = N_("need closed"),
    [TOLD_NEED_LOST] = N_("gives up: need lost"),
    [TOLD_NEED_DROPPED] = N_("lets it be: need dropped"),
    [TOLD_NEED_UNDELIVERABLE] = N_("the answer cannot be given"),
    [TOLD_REQUEST_OPENED] = N_("request opened"),
    [TOLD_REQUEST_WORKED] = N_("request taken up by a professional"),
    [TOLD_CALLBACK_DUE] = N_("to be called back"),
    [TOLD_CALLBACK_IN_VAIN] = N_("call-back given up"),
    [TOLD_COMES] = N_("comes"),
    [TOLD_GOES] = N_("goes"),
    [TOLD_VISITOR] = N_("a visitor comes"),
};

/* With how long it took. */
static const char *const lasting[N_TOLD] = {
    [TOLD_BALKED] = N_("hangs up at the waiting message, after %s"),
    [TOLD_ABANDONED] = N_("abandons after %s"),
    [TOLD_CUT_OFF] = N_("cut off at closing, after %s"),
    [TOLD_LEFT] = N_("takes the offer of a call-back, after %s"),
    [TOLD_REQUEST_CLOSED] = N_("request closed, after %s"),
    [TOLD_LEAVES_TRANSFER] = N_("waits no longer for the second agent, after %s"),
};

/* With an instant to come. */
static const char *const planned[N_TOLD] = {
    [TOLD_DIALS_AGAIN] = N_("will dial again %s"),
    [TOLD_CALLS_AGAIN] = N_("will call again %s"),
    [TOLD_CALLBACK_LATER] = N_("next try %s"),
};

static const char *const duties[N_DUTIES] = {
    [DUTY_NONE] = N_("not in the group"),
    [DUTY_HOME] = N_("at home"),
    [DUTY_LEAVE] = N_("on leave"),
    [DUTY_ABSENT] = N_("absent"),
    [DUTY_LATE] = N_("comes late"),
    [DUTY_BREAK] = N_("break"),
    [DUTY_MEETING] = N_("meeting"),
    [DUTY_TRAINING] = N_("training"),
    [DUTY_OTHER] = N_("another session"),
    [DUTY_OFF_PHONE] = N_("work off the phone"),
    [DUTY_CLOSED] = N_("at work, the centre closed"),
    [DUTY_PHONES] = N_("on the phones"),
};

const char *const trace_doing_titles[N_DOING] = {
    [DOING_NOTHING] = N_("not there"),
    [DOING_TALK] = N_("talk"),
    [DOING_WRAP_UP] = N_("wrap-up"),
    [DOING_VISIT] = N_("visitor"),
    [DOING_OUTBOUND] = N_("call-back"),
    [DOING_CONSULTATION] = N_("with a colleague"),
    [DOING_IDLE] = N_("free"),
    [DOING_OFF_PHONE] = N_("off the phone"),
    [DOING_MEETING] = N_("meeting"),
    [DOING_TRAINING] = N_("training"),
    [DOING_SESSION] = N_("another session"),
    [DOING_BREAK] = N_("break"),
    [DOING_CLOSED] = N_("at work, closed"),
    [DOING_LEAVE] = N_("on leave"),
    [DOING_ABSENT] = N_("absent"),
    [DOING_LATE] = N_("comes late"),
};

const char *const trace_doing_names[N_DOING] = {
    [DOING_NOTHING] = "nothing",   [DOING_TALK] = "talk",
    [DOING_WRAP_UP] = "wrap_up",   [DOING_VISIT] = "visit",
    [DOING_OUTBOUND] = "callback", [DOING_CONSULTATION] = "consultation",
    [DOING_IDLE] = "idle",         [DOING_OFF_PHONE] = "off_phone",
    [DOING_MEETING] = "meeting",   [DOING_TRAINING] = "training",
    [DOING_SESSION] = "session",   [DOING_BREAK] = "break",
    [DOING_CLOSED] = "closed",     [DOING_LEAVE] = "leave",
    [DOING_ABSENT] = "absent",     [DOING_LATE] = "late",
};

static const struct scenario *scenario_of(const struct trace *self)
{
    return self->follow->scenario;
}

/* Instants count from the midnight before the first day. */
static int date_at(const struct follow *follow, double at)
{
    return follow->scenario->hours.days[0].date + (int)floor(at / 86400.0);
}

struct trace_code trace_clock(const struct follow *follow, double at)
{
    (void)follow;
    struct trace_code code;
    const int seconds = (int)floor(fmod(at, 86400.0));
    snprintf(code.text, sizeof code.text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
             seconds % 60);
    return code;
}

/* "12 s", "1 min 12 s", "3 days" */
static struct number lasted(const struct trace *self, double seconds)
{
    static const struct sim_measure measure = { .show = SIM_SHOW_SECONDS };
    const double days = round(seconds / 8640.0) / 10.0;
    if (days < 1.0) return number_show(self->words, &measure, round(seconds), 0.0);
    struct number number;
    snprintf(number.text, sizeof number.text, ngettext("%s day", "%s days", days > 1.0 ? 2 : 1),
             number_plain(self->words, days, 1).text);
    return number;
}

/* "at 09:12", "on 2017-10-06 at 09:12" */
static struct trace_phrase when(const struct trace *self, double now, double at)
{
    const struct hours *hours = &scenario_of(self)->hours;
    struct trace_phrase phrase;
    char clock[16];
    if (!(at < hours->end_at)) {
        snprintf(phrase.text, sizeof phrase.text, "%s", _("after the end of the run"));
        return phrase;
    }
    snprintf(clock, sizeof clock, "%.5s", trace_clock(self->follow, at).text);
    const struct number time = number_clock(self->words, clock);
    if (date_at(self->follow, now) == date_at(self->follow, at))
        snprintf(phrase.text, sizeof phrase.text, _("at %s"), time.text);
    else
        snprintf(phrase.text, sizeof phrase.text, _("on %s at %s"),
                 number_date(self->words, date_at(self->follow, at)).text, time.text);
    return phrase;
}

/* "dials", "calls again": what kind of attempt it is. */
static const char *attempt_words(const struct happening *happening)
{
    if (happening->dialled == DIALLED_WRONG) return _("dials a wrong line");
    if (happening->dialled == DIALLED_OTHER) return _("tries another line");
    if (happening->again && happening->asks) return _("calls to ask how the request stands");
    if (happening->again) return _("calls after an answer");
    return happening->attempts > 1 ? _("dials again") : _("dials");
}

/* "dials again (attempt 3): halluin, droits" */
static void say_dials(const struct trace *self, const struct happening *happening,
                      struct trace_phrase *phrase)
{
    const struct scenario *scenario = scenario_of(self);
    const struct call_class *class = &scenario->classes[happening->class];
    const char *line =
        scenario->lines.n > 1 ? scenario_line(scenario, class->line)->name : NULL;
    const char *reason =
        scenario->reasons.n > 1 ? scenario_reason(scenario, class->reason)->name : NULL;
    char attempt[64] = "";
    if (happening->attempts > 1)
        snprintf(attempt, sizeof attempt, _(" (attempt %u)"), happening->attempts);
    snprintf(phrase->text, sizeof phrase->text, "%s%s%s%.120s%s%.120s",
             attempt_words(happening), attempt, line || reason ? _(": ") : "", line ? line : "",
             line && reason ? ", " : "", reason ? reason : "");
}

static void say_answered(const struct trace *self, const struct happening *happening,
                         struct trace_phrase *phrase)
{
    const struct trace_code agent = trace_agent(scenario_of(self), happening->agent);
    if (happening->value > 0.0)
        snprintf(phrase->text, sizeof phrase->text, _("answered by %s after %s"), agent.text,
                 lasted(self, happening->value).text);
    else
        snprintf(phrase->text, sizeof phrase->text, _("answered at once by %s"), agent.text);
}

/* What is of an agent and another one. */
static void say_colleague(const struct trace *self, const struct happening *happening,
                          struct trace_phrase *phrase)
{
    const struct trace_code agent = trace_agent(scenario_of(self), happening->agent);
    const struct number since = lasted(self, happening->at - happening->value);
    char *text = phrase->text;
    const size_t size = sizeof phrase->text;
    switch ((enum happened)happening->what) {
    case TOLD_ASKS:
        snprintf(text, size,
                 happening->value > 0.0 ? _("%s looks for a colleague")
                                        : _("%s asks a colleague"),
                 agent.text);
        break;
    case TOLD_ADVISES:
        snprintf(text, size, _("%s joins %s"), agent.text,
                 trace_agent(scenario_of(self), (uint32_t)happening->value).text);
        break;
    case TOLD_ADVICE_OVER:
        snprintf(text, size, _("%s done with the colleague, %s"), agent.text, since.text);
        break;
    case TOLD_HANDS_OVER:
        snprintf(text, size,
                 happening->value > 0.0 ? _("%s hands over; nobody there is free")
                                        : _("%s hands over"),
                 agent.text);
        break;
    case TOLD_TAKES_OVER:
        snprintf(text, size, _("%s takes over after %s"), agent.text,
                 lasted(self, happening->value).text);
        break;
    case TOLD_WRAPPED:
        snprintf(text, size, _("done with the call that was handed over, %s in all"),
                 since.text);
        break;
    case TOLD_ALONE:
        snprintf(text, size, _("%s goes on alone after %s"), agent.text,
                 lasted(self, happening->value).text);
        break;
    default:
        break;
    }
}

/* What is of an agent and somebody else. */
static void say_agent(const struct trace *self, const struct happening *happening,
                      struct trace_phrase *phrase)
{
    const struct trace_code agent = trace_agent(scenario_of(self), happening->agent);
    const struct number since = lasted(self, happening->at - happening->value);
    char *text = phrase->text;
    const size_t size = sizeof phrase->text;
    switch ((enum happened)happening->what) {
    case TOLD_TALKED:
        snprintf(text, size, _("hangs up after %s; %s in wrap-up"), since.text, agent.text);
        break;
    case TOLD_HANDLED:
        snprintf(text, size, _("%s done, %s in all"), agent.text, since.text);
        break;
    case TOLD_CALLBACK_DIALS:
        snprintf(text, size,
                 happening->value > 0.0 ? _("called by %s, picks up")
                                        : _("called by %s, does not pick up"),
                 agent.text);
        break;
    case TOLD_CALLBACK_OVER:
        snprintf(text, size, _("%s done with the call-back, %s"), agent.text, since.text);
        break;
    case TOLD_VISIT_BEGINS:
        snprintf(text, size, _("takes a visitor, who waited %s"),
                 lasted(self, happening->value).text);
        break;
    case TOLD_VISIT_ENDS:
        snprintf(text, size, _("done with the visitor, %s"), since.text);
        break;
    default:
        say_colleague(self, happening, phrase);
        break;
    }
}

/* "break", "training (droits)" */
static struct trace_code duty_words(const struct trace *self, const struct happening *happening)
{
    const struct sim_list *modules = &scenario_of(self)->training;
    struct trace_code words;
    const char *duty = words_text(duties[happening->duty]);
    if (happening->module)
        snprintf(words.text, sizeof words.text, "%.35s (%.35s)", duty,
                 names_at(modules, sizeof(struct module), happening->module - 1));
    else
        snprintf(words.text, sizeof words.text, "%.70s", duty);
    return words;
}

struct trace_phrase trace_phrase(const struct trace *self, const struct happening *happening)
{
    struct trace_phrase phrase = { "" };
    const uint8_t what = happening->what;
    const bool since = what == TOLD_REQUEST_CLOSED;
    const double lasted_s = since ? happening->at - happening->value : happening->value;
    if (plain[what])
        snprintf(phrase.text, sizeof phrase.text, "%s", words_text(plain[what]));
    else if (lasting[what])
        snprintf(phrase.text, sizeof phrase.text, words_text(lasting[what]),
                 lasted(self, lasted_s).text);
    else if (planned[what])
        snprintf(phrase.text, sizeof phrase.text,
                 what == TOLD_CALLS_AGAIN && happening->asks ? _("will call to ask %s")
                                                             : words_text(planned[what]),
                 when(self, happening->at, happening->value).text);
    else if (what == TOLD_DAY)
        snprintf(phrase.text, sizeof phrase.text, _("a day of busyness %s"),
                 number_plain(self->words, happening->value, 2).text);
    else if (what == TOLD_DIALS)
        say_dials(self, happening, &phrase);
    else if (what == TOLD_WAITS)
        snprintf(phrase.text, sizeof phrase.text, _("waits; %u waiting in all"),
                 happening->n_waiting);
    else if (what == TOLD_ANSWERED)
        say_answered(self, happening, &phrase);
    else if (what == TOLD_TURNS)
        snprintf(phrase.text, sizeof phrase.text, "%s", duty_words(self, happening).text);
    else if (what == TOLD_DUE)
        snprintf(phrase.text, sizeof phrase.text, _("after this call: %s"),
                 duty_words(self, happening).text);
    else
        say_agent(self, happening, &phrase);
    return phrase;
}
