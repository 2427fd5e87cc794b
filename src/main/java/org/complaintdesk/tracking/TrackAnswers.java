package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerRequests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What customers answer, one form each. */
@Controller
class TrackAnswers {

    private static final Set<String> SCORES = Set.of("1", "2", "3", "4", "5");
    private static final int RATING_LENGTH = 2_000;

    private final Visits visits;
    private final Answering answering;
    private final TrackScreen screen;
    private final CustomerRequests requests;

    TrackAnswers(Visits visits, Answering answering, TrackScreen screen, CustomerRequests requests) {
        this.visits = visits;
        this.answering = answering;
        this.screen = screen;
        this.requests = requests;
    }

    /** What to do with what was typed into a form; reading it notes what is wrong. */
    private interface Reading extends Function<Typed, Function<ComplaintNumber, Answered>> {
    }

    @PostMapping("/track/{token}/{form:accept|decline|agree|disagree|withdraw|rate|reopen|address}")
    String answer(@PathVariable String token, @PathVariable String form, Locale locale, Model model, HttpServletRequest request,
                  HttpServletResponse response) {
        Visit visit = visits.of(token, request);
        Deed deed = Deed.of(form).orElseThrow();
        Typed typed = Typed.in(deed, request, screen.words(locale));
        return answering.take(new Answering.Form(visit, deed, typed.draft(), locale, model, response), () -> {
            Function<ComplaintNumber, Answered> act = reading(deed, visit).apply(typed);
            return () -> act.apply(visit.number());
        });
    }

    private Reading reading(Deed deed, Visit visit) {
        return switch (deed) {
            case ACCEPT -> typed -> number -> requests.accept(number, typed.round());
            case DECLINE -> this::decline;
            case AGREE -> typed -> number -> requests.agree(number, typed.round());
            case DISAGREE -> typed -> {
                String reason = typed.optional("reason", CustomerRequests.REASON_LENGTH);
                return number -> requests.disagree(number, typed.round(), reason);
            };
            case WITHDRAW -> typed -> {
                String reason = typed.optional("reason", CustomerRequests.REASON_LENGTH);
                return number -> requests.withdraw(number, reason);
            };
            case RATE -> this::rate;
            case REOPEN -> typed -> {
                String reason = typed.needed("reason", CustomerRequests.REASON_LENGTH);
                return number -> requests.reopen(number, reason);
            };
            case ADDRESS -> typed -> number -> confirmed(visit);
            default -> throw new IllegalArgumentException("Nothing to answer: " + deed);
        };
    }

    private Function<ComplaintNumber, Answered> decline(Typed typed) {
        boolean wish = "yes".equals(typed.chosen("wish", Set.of("yes", "no")));
        String reason = wish ? typed.needed("reason", CustomerRequests.REASON_LENGTH)
                : typed.optional("reason", CustomerRequests.REASON_LENGTH);
        return number -> requests.decline(number, typed.round(), wish, reason);
    }

    private Function<ComplaintNumber, Answered> rate(Typed typed) {
        String score = typed.chosen("score", SCORES);
        String solved = typed.chosen("solved", Set.of("yes", "no"));
        String text = typed.optional("text", RATING_LENGTH);
        return number -> requests.rate(number, Integer.parseInt(score), "yes".equals(solved), text);
    }

    /** Any form that carries the proof confirms; this one does nothing else. */
    private static Answered confirmed(Visit visit) {
        if (visit.c() != null) {
            return Answered.DONE;
        }
        return visit.complaint().isContactConfirmed() ? Answered.ALREADY : Answered.NOT_POSSIBLE;
    }
}
