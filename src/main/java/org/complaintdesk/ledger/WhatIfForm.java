package org.complaintdesk.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.Supposition;
import org.complaintdesk.deadline.WhatIf;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** "When would it be due if …": asked of the ledger, nothing is changed. */
@Component
class WhatIfForm {

    private static final int QUOTED = 20;
    private static final Duration FURTHEST = Duration.ofDays(730);

    private final CaseClocks clocks;
    private final ClockWords words;
    private final TimeWords times;
    private final Moments moments;
    private final Shops shops;
    private final Wording wording;
    private final Clock clock;

    WhatIfForm(CaseClocks clocks, ClockWords words, TimeWords times, Moments moments, Shops shops, Wording wording,
               Clock clock) {
        this.clocks = clocks;
        this.words = words;
        this.times = times;
        this.moments = moments;
        this.shops = shops;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * As the form sends it; what is null is as the case is.
     *
     * @param whatIf true when anything is asked at all
     */
    record Asked(Boolean whatIf, Severity severity, Category category, Channel channel, String shop, String pausedUntil, String target) {

        static final Asked NOTHING = new Asked(null, null, null, null, null, null, null);

        boolean isAsked() {
            return Boolean.TRUE.equals(whatIf);
        }

        Asked of(Complaint complaint) {
            if (isAsked()) {
                return new Asked(true, severity == null ? severity(complaint) : severity, category,
                        channel == null ? complaint.channel() : channel, Objects.requireNonNullElse(CleanText.of(shop), complaint.shop()),
                        pausedUntil, target);
            }
            return new Asked(false, severity(complaint), complaint.diagnosis() == null ? null : complaint.diagnosis().category(),
                    complaint.channel(), complaint.shop(), "", "");
        }

        private static Severity severity(Complaint complaint) {
            return Objects.requireNonNullElse(complaint.severity(), Severity.P3);
        }
    }

    /** One clock, now and then. */
    record Answer(String name, String now, String then, boolean late, String difference, String rule) {
    }

    void fill(Complaint complaint, Asked typed, Model model) {
        Asked asked = typed.of(complaint);
        model.addAttribute("asked", asked);
        model.addAttribute("severities", Severity.values());
        model.addAttribute("categories", Category.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("shops", Stream.concat(shops.configured().stream().filter(shops.seenNow()::includes), Stream.of(complaint.shop()))
                .distinct().toList());
        if (!asked.isAsked()) {
            return;
        }
        try {
            model.addAttribute("answers", answers(complaint, asked));
        } catch (InvalidInput refused) {
            model.addAttribute("whatIfProblem", refused.getMessage());
        }
    }

    private List<Answer> answers(Complaint complaint, Asked asked) {
        CaseTraits traits = new CaseTraits(asked.severity(), asked.category(), asked.channel().name(), asked.shop());
        Supposition supposed = new Supposition(traits, pausedUntil(asked), target(asked));
        try {
            return clocks.whatIf(complaint.number().value(), supposed).stream().map(this::answer).toList();
        } catch (IllegalArgumentException tooLong) {
            throw badTarget(asked.target());
        }
    }

    private Instant pausedUntil(Asked asked) {
        Instant until = moments.optional("ledger.what-if.paused", asked.pausedUntil());
        if (until != null && !(until.isAfter(clock.instant()) && until.isBefore(clock.instant().plus(FURTHEST)))) {
            throw new InvalidInput("pausedUntil", wording.text("ledger.not-future", wording.text("ledger.what-if.paused"), FURTHEST.toDays()));
        }
        return until;
    }

    private String target(Asked asked) {
        String target = CleanText.of(asked.target());
        return target == null ? null : TargetText.read(target).orElseThrow(() -> badTarget(target));
    }

    private InvalidInput badTarget(String target) {
        return new InvalidInput("target", wording.text("ledger.what-if.bad-target", CleanText.cut(target, QUOTED)));
    }

    private Answer answer(WhatIf answer) {
        Duration later = Duration.between(answer.dueNow(), answer.dueThen());
        String difference = later.abs().toMinutes() == 0 ? wording.text("ledger.what-if.same")
                : wording.text(later.isNegative() ? "ledger.what-if.earlier" : "ledger.what-if.later", times.wall(later));
        return new Answer(words.name(answer.clock()), wording.moment(answer.dueNow()), wording.moment(answer.dueThen()),
                answer.overdueThen(), difference, wording.text("ledger.what-if.rule-of", answer.rule(), words.target(answer.target()),
                        words.calendar(answer.calendar())));
    }
}
