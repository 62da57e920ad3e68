/* Queues at rest: values of high precision, a chain summed up, and what must hold for all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The exact values have 17 digits; they were summed up state by state (exponential patience)
 * and integrated (the other laws) with 30 digits and more. */
#include "tests/plan/witness.h"

#include "models/plan/erlang.h"

static struct quadrature rule;
static struct sim_arena arena;
static struct sim_faults faults;

struct exact_case {
    double rate, handling, patience, agents, lines, balk, within;
    double p_wait, answered, abandoned, blocked, wait, wait_answered, wait_abandoned;
    double answered_within, left_within;
};

/* clang-format off */
static const struct exact_case exponential[] = {
    { 1.6, 5, INFINITY, 10, INFINITY, 0, 0.33333333333333333,
      0.40918015079644363, 1, 0, 0, 1.0229503769911093, 1.0229503769911093, NAN,
      0.64189644934098268, 0 },
    { 12, 4, INFINITY, 55, INFINITY, 0, 0.25,
      0.23870093637800922, 1, 0, 0, 0.13640053507314812, 0.13640053507314812, NAN,
      0.84588309217058034, 0 },
    { 1.6, 5, 2, 10, INFINITY, 0, 0.25,
      0.23614122053905544, 0.9267801638305441, 0.073219836169455899, 0, 0.1464396723389118,
      0.11345215440494583, 0.56397922001625769, 0.81087272533845217, 0.024813325115656681 },
    { 2.9, 5, 2, 10, INFINITY, 0, 0.25,
      0.79093456527516351, 0.66072352155346736, 0.33927647844653264, 0, 0.67855295689306529,
      0.66011110890278893, 0.71446750895361843, 0.2795380330316325, 0.088749289848694064 },
    { 48, 1, 2, 50, INFINITY, 0, 0.25,
      0.46777406855379039, 0.96908775083780678, 0.030912249162193218, 0, 0.061824498324386436,
      0.060265003992551907, 0.11071407755080485, 0.90562541138610349, 0.027999071766747008 },
    { 1.6, 5, 2, 10, 12, 0, 0.25,
      0.17824362830343074, 0.91797894827663268, 0.044923190873222381, 0.037097860850144937,
      0.089846381746444762, 0.074931584348542751, 0.46881720430107527, 0.83203475205072215,
      0.017960957865541995 },
    { 1.6, 5, 2, 10, 10, 0, 0.25,
      0, 0.87833893574704847, 0, 0.12166106425295153, 0, 0, NAN, 0.87833893574704847, 0 },
    { 1.6, 5, 2, 10, 15, 0.125, 0.25,
      0.21346345758693242, 0.9177081753592462, 0.054370772932618731, 0.0012381195097685131,
      0.10874154586523746, 0.086758301613819544, 0.53563231904103274, 0.82663155528198455,
      0.046031828378956433 },
    { 1.6, 5, INFINITY, 5, 12, 0, 0.5,
      0.60662380549742254, 0.62194195710710233, 0, 0.37805804289289767, 3.3996374912547681,
      5.4661652143036381, NAN, 0.023530338069064912, 0 },
    { 2, 5, 8, 3, 20, 0.0625, 0.5,
      0.97650761135078359, 0.29992826185020046, 0.6161470795634567, 0.022892932876918871,
      4.9291766365076536, 8.1666455853466511, 4.0246377905498607, 0.0012152412519483831,
      0.1164804445200595 },
    { 0.25, 4, 5, 1, INFINITY, 0, 0.5,
      0.64920139635260657, 0.64920139635260657, 0.35079860364739343, 0, 1.7539930182369672,
      1.3298612750361317, 2.5389075448643695, 0.39244467702131328, 0.059730082548259944 },
    { 0.001, 4, 5, 1, INFINITY, 0, 0.5,
      0.0039928954513290581, 0.9982238628322645, 0.0017761371677354967, 0,
      0.0088806858386774834, 0.0049401534956709829, 2.2235370133488548, 0.9964531624023587,
      0.00035760343652540754 },
    { 25, 4, 5, 104, INFINITY, 0.05, 0.25,
      0.3037288721629754, 0.97142623081202346, 0.013387325579827768, 0, 0.066936627899138838,
      0.066106969892658273, 0.20307142675354818, 0.86985582598884833, 0.024465624036863863 },
    { 25, 4, 1000, 104, INFINITY, 0, 0.25,
      0.58815570101818978, 0.99943862272805148, 0.00056137727194852403, 0,
      0.56137727194852403, 0.56116747688216123, 0.93488240416200723, 0.54499980334771822,
      0.00012968197107800122 },
    { 100, 5, 5, 450, INFINITY, 0, 0.5,
      0.98900539105786415, 0.89982709344342844, 0.10017290655657156, 0, 0.50086453278285778,
      0.52232384530487198, 0.30810112521343404, 0.42026522552625066, 0.080691634528720336 },
    { 30, 4, 1, 7, INFINITY, 0, 0.5,
      0.99999999999862678, 0.058333333333321298, 0.9416666666666787, 0, 0.9416666666666787,
      2.5822963566879718, 0.84003473896626688, 8.0080763096483784e-8, 0.3934693359632435 },
    { 240, 4, 5, 1000, INFINITY, 0, 0.25,
      0.10557085338080261, 0.99864747297618124, 0.0013525270238187588, 0,
      0.0067626351190937941, 0.0066946641958948211, 0.056949425839815377, 0.99760728714817921,
      0.0013442376003588797 },
    { 9.5, 1, 0.0078125, 10, INFINITY, 0, 0.25,
      0.20227349390992803, 0.8119083340889439, 0.1880916659110561, 0, 0.0014694661399301258,
      0.00012893050531242426, 0.0072559641679926607, 0.81190833408894389, 0.1880916659110559 },
};

/* Patience of mean 2 but where the law has its own; twice each: endless lines and no balking,
 * then 14 lines and 1/8 balking. Rate 2, handling 5, 10 agents, within 1/4. */
struct law_case {
    struct sim_law law;
    double lines, balk;
    double value[9]; /* as in exact_case from p_wait on */
};

#define LAW(kind_, cv_, shape_) \
    .kind = (kind_), .mean = 2, .factor = 1, .cv = (cv_), .shape = (shape_), .p = 0.3, \
    .mean_1 = 6, .mean_2 = 0.5
static double empirical_values[] = { 5, 0.1, 1 }, empirical_weights[] = { 3, 1, 2 };
static const struct law_case general[] = {
    { { LAW(SIM_DETERMINISTIC, 1, NAN) }, INFINITY, 0,
      { 0.57735282639057784, 0.88452943472188443, 0.11547056527811557, 0, 0.69282339166869341,
        0.5221785086865857, 2, 0.48038245624847995, 0 } },
    { { LAW(SIM_DETERMINISTIC, 1, NAN) }, 14, 0.125,
      { 0.43429338191921832, 0.85830075489783018, 0.040355753048611036, 0.047056819313656496,
        0.36201225006705366, 0.32774146167833311, 2, 0.57873219268195292,
        0.05428667273990229 } },
    { { LAW(SIM_UNIFORM_LAW, 0.5, NAN) }, INFINITY, 0,
      { 0.51186276557794281, 0.866637029864301, 0.133362970135699, 0, 0.48050622549948401,
        0.38737888506939465, 1.0856787229879021, 0.55481871948990669, 0 } },
    { { LAW(SIM_UNIFORM_LAW, 0.5, NAN) }, 14, 0.125,
      { 0.41358353349143171, 0.84772574968767908, 0.071516440770725616, 0.029059867855166344,
        0.28505254275715567, 0.25431612393926621, 0.97127618746807126, 0.6219229376183923,
        0.051697941686428964 } },
    { { LAW(SIM_ERLANG, 1, 3) }, INFINITY, 0,
      { 0.51103467776179656, 0.86641078969472, 0.13358921030528, 0, 0.47200767414525696,
        0.37069381068910056, 1.1290923611755694, 0.55563025724952665, 0.0030727365371737557 } },
    { { LAW(SIM_ERLANG, 1, 3) }, 14, 0.125,
      { 0.41481260595155928, 0.8479382906783866, 0.071601392315799299, 0.028608741261869191,
        0.28536060487813392, 0.24841438087933754, 1.0435626593100649, 0.62093354132958213,
        0.053948530473107833 } },
    { { LAW(SIM_WEIBULL, 1, 0.7) }, INFINITY, 0,
      { 0.39376636058033846, 0.83437215387819399, 0.16562784612180601, 0, 0.21038958636983623,
        0.17508124501625593, 0.38826002008535778, 0.67505224246265857, 0.087073484431720356 } },
    { { LAW(SIM_WEIBULL, 1, 0.7) }, 14, 0.125,
      { 0.35320010264482458, 0.82540888560246388, 0.12268233871829311, 0.0077587628486399466,
        0.15198751171720676, 0.13096221559337653, 0.35775430878465792, 0.70086682955299755,
        0.11156167449204138 } },
    { { LAW(SIM_LOGNORMAL, 1.5, NAN) }, INFINITY, 0,
      { 0.43138848639986663, 0.84465081751681547, 0.15534918248318453, 0, 0.27535724382115961,
        0.21276556790199331, 0.6156751611078759, 0.64376713340707694, 0.032313843177168006 } },
    { { LAW(SIM_LOGNORMAL, 1.5, NAN) }, 14, 0.125,
      { 0.37790550855135639, 0.83335996993336357, 0.1072458010146474, 0.012156040483069484,
        0.1927286138517491, 0.15665151882989388, 0.57980366822156874, 0.67837231271461107,
        0.071353222518302439 } },
    { { LAW(SIM_GAMMA, 2, NAN) }, INFINITY, 0,
      { 0.33226814457592214, 0.81757035273285375, 0.18242964726714625, 0, 0.11720563674545671,
        0.10533066871589882, 0.17042407983327289, 0.72107205468954023, 0.14518318205093472 } },
    { { LAW(SIM_GAMMA, 2, NAN) }, 14, 0.125,
      { 0.31028027129386695, 0.81226081000169637, 0.14640035436272734, 0.0025538017238429238,
        0.090594538208599768, 0.082773384445189784, 0.15956902573260206, 0.73429061746215903,
        0.15683196417703526 } },
    { { LAW(SIM_HYPEREXPONENTIAL, 1, NAN) }, INFINITY, 0,
      { 0.36361952654340248, 0.82613579933721351, 0.17386420066278649, 0, 0.15628604420607158,
        0.12037723442292717, 0.32691089486743897, 0.70803901819569793, 0.09324224780806909 } },
    { { LAW(SIM_HYPEREXPONENTIAL, 1, NAN) }, 14, 0.125,
      { 0.33465945155645928, 0.81932861489802136, 0.13479464189146114, 0.004044311765960094,
        0.11946747509509411, 0.094057246910449332, 0.31457987252177723, 0.72477604219746861,
        0.11592636280685576 } },
    { { LAW(SIM_EMPIRICAL, 1, NAN), .values = { empirical_values, 3 },
          .weights = { empirical_weights, 3 } }, INFINITY, 0,
      { 0.46825269797843404, 0.85472241296404534, 0.14527758703595466, 0, 0.38753145123416692,
        0.35589452393475469, 0.57366333428526272, 0.59622917706321248, 0.073199530095207185 } },
    { { LAW(SIM_EMPIRICAL, 1, NAN), .values = { empirical_values, 3 },
          .weights = { empirical_weights, 3 } }, 14, 0.125,
      { 0.38933626402011485, 0.83873936873460253, 0.092178553407304025, 0.020415044855579089,
        0.23131510633818222, 0.22123125485357743, 0.49642505340404713, 0.65115462433305252,
        0.1008001411942374 } },
};
/* clang-format on */

static void assert_same(const struct erlang_law *law, double within, const double *value)
{
    const struct erlang_shares *shares = &law->shares;
    const struct erlang_within in = erlang_within(law, within);
    const double answered = shares->free + shares->waited;
    witness("p_wait", law->p_wait, value[0], 1e-10);
    witness("answered", answered, value[1], 1e-10);
    witness("abandoned", shares->abandoned, value[2], 1e-10);
    witness("blocked", shares->blocked, value[3], 1e-10);
    witness("wait", shares->wait_s, value[4], 1e-10);
    witness("wait of answered", shares->answered_s / answered, value[5], 1e-10);
    if (!isnan(value[6]))
        witness("wait of abandoned", shares->abandoned_s / shares->abandoned, value[6], 1e-10);
    witness("answered within", in.answered, value[7], 1e-10);
    witness("left within", in.left, value[8], 1e-10);
}

static void exponential_patience_agrees_to_10_digits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof exponential / sizeof exponential[0]; i++) {
        const struct exact_case *here = &exponential[i];
        const struct erlang queue = { here->rate,   here->handling,
                                      here->agents, here->lines,
                                      here->balk,   survival_exponential(here->patience) };
        struct erlang_law law = { 0 };
        erlang_solve(&law, &queue, &rule);
        assert_same(&law, here->within, &here->p_wait);
    }
}

static void all_laws_of_patience_agree_to_10_digits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof general / sizeof general[0]; i++) {
        struct erlang queue = { 2.0,           5.0, 10.0, general[i].lines, general[i].balk,
                                general[i].law };
        struct erlang_law law = { 0 };
        assert_true(sim_law_check(&queue.patience, "patience", &arena, &faults));
        erlang_solve(&law, &queue, &rule);
        assert_same(&law, 0.25, general[i].value);
    }
}

/* A state's weight, one after the other: the way there is no integral in. */
static double answered_by_chain(const struct erlang *of, double theta)
{
    double weight = 1.0, all = 1.0, answered = of->agents > 0.0 ? 1.0 : 0.0, left = 0.0;
    for (int n = 1; n <= of->lines && n < 4000000; n++) {
        const double busy = fmin(n, of->agents), waiting = n - busy;
        weight *= of->rate_per_s / (busy / of->handling_s + waiting * theta);
        if (weight > 1e250) {
            all /= weight, answered /= weight, left /= weight;
            weight = 1.0;
        }
        all += weight;
        left += waiting * theta * weight;
        if (weight < 1e-30 * all && n > of->agents) break;
    }
    return 1.0 - left / (of->rate_per_s * all);
}

static void it_agrees_with_the_chain_from_1_to_10000_agents(void **state)
{
    (void)state;
    for (double agents = 1.0; agents <= 10000.0; agents *= 10.0)
        for (double load = 0.01; load < 30.0; load *= 2.7)
            for (double patience = 0.03; patience < 4.0; patience *= 5.0) {
                const struct erlang queue = {
                    load * agents, 1.0, agents, INFINITY, 0.0, survival_exponential(patience)
                };
                struct erlang_law law = { 0 };
                erlang_solve(&law, &queue, &rule);
                witness("answered", law.shares.free + law.shares.waited,
                        answered_by_chain(&queue, 1.0 / patience), 1e-9);
            }
}

static void shares_add_up_and_little_holds_at_any_load(void **state)
{
    (void)state;
    for (double agents = 0.3; agents <= 1e4; agents *= 6.0)
        for (double load = 1e-6; load < 1e6; load *= 20.0)
            for (double patience = 1e-3; patience < 1e5; patience *= 50.0) {
                const struct erlang queue = { load,   1.0,
                                              agents, 1.5 * agents + 1.0,
                                              0.1,    survival_exponential(patience) };
                struct erlang_law law = { 0 };
                erlang_solve(&law, &queue, &rule);
                const struct erlang_shares *s = &law.shares;
                witness("sum", s->free + s->waited + s->balked + s->abandoned + s->blocked, 1.0,
                        1e-9);
                /* Exponential callers leave at 1 / patience while they wait. */
                witness("Little", s->wait_s / patience, s->abandoned, 1e-8);
                witness("waits", s->answered_s + s->abandoned_s, s->wait_s, 1e-8);
            }
}

/* Which is the very thing that real numbers of agents must keep. */
static void agents_between_whole_numbers_give_levels_between(void **state)
{
    (void)state;
    double before = 0.0;
    for (double agents = 0.1; agents < 20.0; agents += 0.1) {
        const struct erlang queue = { 6.0,      1.0, agents,
                                      INFINITY, 0.0, survival_exponential(1.25) };
        struct erlang_law law = { 0 };
        erlang_solve(&law, &queue, &rule);
        const double answered = law.shares.free + law.shares.waited;
        assert_true(answered > before && answered < 1.0);
        before = answered;
    }
}

static void quantiles_are_where_so_many_of_the_answered_were_answered(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof general / sizeof general[0]; i++) {
        struct erlang queue = { 2.0,           5.0, 10.0, general[i].lines, general[i].balk,
                                general[i].law };
        struct erlang_law law = { 0 };
        assert_true(sim_law_check(&queue.patience, "patience", &arena, &faults));
        erlang_solve(&law, &queue, &rule);
        const double answered = law.shares.free + law.shares.waited;
        assert_true(erlang_answered_quantile(&law, 0.3) == 0.0);
        for (double p = 0.8; p < 1.0; p += 0.03) {
            const double t = erlang_answered_quantile(&law, p);
            const double at_once = law.shares.free / answered;
            witness("share", erlang_within(&law, t).answered / answered, fmax(p, at_once),
                    1e-10);
        }
    }
}

/* Waits of Erlang C at 1.6 calls a minute, 5 minutes, 10 agents: log(p_wait / .1) /
 * (c / h - rate). */
static void erlang_c_has_its_textbook_quantiles(void **state)
{
    (void)state;
    const struct erlang queue = {
        1.6, 5.0, 10.0, INFINITY, 0.0, survival_exponential(INFINITY)
    };
    struct erlang_law law = { 0 };
    erlang_solve(&law, &queue, &rule);
    witness("90 %", erlang_answered_quantile(&law, 0.9), log(law.p_wait / 0.1) / 0.4, 1e-10);
    witness("99 %", erlang_answered_quantile(&law, 0.99), log(law.p_wait / 0.01) / 0.4, 1e-10);
}

static void a_queue_that_nobody_leaves_needs_more_agents_than_load(void **state)
{
    (void)state;
    struct erlang queue = { 2.0, 5.0, 10.0, INFINITY, 0.0, survival_exponential(INFINITY) };
    assert_false(erlang_is_stable(&queue));
    queue.agents = 10.001;
    assert_true(erlang_is_stable(&queue));
    queue.agents = 5.0;
    queue.lines = 40.0;
    assert_true(erlang_is_stable(&queue));
    queue.lines = INFINITY;
    queue.patience = survival_exponential(1e6);
    assert_true(erlang_is_stable(&queue));
    queue.patience = survival_exponential(INFINITY);
    queue.p_balk = 0.51;
    assert_true(erlang_is_stable(&queue));
}

/* As many lines as agents: Erlang B, whatever patience. */
static void without_room_to_wait_it_is_erlang_b(void **state)
{
    (void)state;
    const struct erlang queue = { 8.0, 1.0, 10.0, 10.0, 0.3, survival_exponential(2.0) };
    struct erlang_law law = { 0 };
    erlang_solve(&law, &queue, &rule);
    witness("blocked", law.shares.blocked, 0.12166106425295151, 1e-11);
    assert_true(law.p_wait == 0.0 && law.shares.abandoned == 0.0 && law.shares.wait_s == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exponential_patience_agrees_to_10_digits),
        cmocka_unit_test(all_laws_of_patience_agree_to_10_digits),
        cmocka_unit_test(it_agrees_with_the_chain_from_1_to_10000_agents),
        cmocka_unit_test(shares_add_up_and_little_holds_at_any_load),
        cmocka_unit_test(agents_between_whole_numbers_give_levels_between),
        cmocka_unit_test(quantiles_are_where_so_many_of_the_answered_were_answered),
        cmocka_unit_test(erlang_c_has_its_textbook_quantiles),
        cmocka_unit_test(a_queue_that_nobody_leaves_needs_more_agents_than_load),
        cmocka_unit_test(without_room_to_wait_it_is_erlang_b),
    };
    quadrature_open(&rule);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return failed;
}
