package org.complaintdesk.worklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.identity.TaskList;
import org.complaintdesk.worklist.CountedTasks.Circle;
import org.complaintdesk.worklist.ManyTasks.Outcome;
import org.complaintdesk.worklist.Takers.Taker;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What our scripts in Tasklist ask and tell, in the session of whoever is signed in there. */
@RestController
@RequestMapping("/work")
class WorkEndpoints {

    /** More than a page of Tasklist shows; a bound for what one request may do. */
    private static final int AT_ONCE = 100;

    private final ListCounts counts;
    private final Circles circles;
    private final ManyTasks many;
    private final OpenTasks open;
    private final Takers takers;

    WorkEndpoints(ListCounts counts, Circles circles, ManyTasks many, OpenTasks open, Takers takers) {
        this.counts = counts;
        this.circles = circles;
        this.many = many;
        this.open = open;
        this.takers = takers;
    }

    /**
     * How much is in each list.
     *
     * @param counts by the lists' keys, from top to bottom; 1000 means that many or more
     * @param opening the list to begin with
     * @param header the header that carries the token when something is changed
     */
    record Counts(Map<String, Integer> counts, String opening, String header, String token) {
    }

    record Chosen(@NotEmpty @Size(max = AT_ONCE) List<@NotNull @Size(max = 64) String> tasks) {
    }

    /** @param to a user id; null puts the tasks back to their groups */
    record HandOver(@NotEmpty @Size(max = AT_ONCE) List<@NotNull @Size(max = 64) String> tasks, @Size(max = 255) String to) {
    }

    record Outcomes(List<Outcome> results) {
    }

    @GetMapping("/filter-counts")
    Counts filterCounts(Authentication who, CsrfToken token) {
        Circle circle = circles.of(who);
        Map<TaskList, Integer> counted = counts.of(who.getName(), circle);
        Map<String, Integer> byKey = new LinkedHashMap<>();
        counted.forEach((list, count) -> byKey.put(list.key(), count));
        List<TaskList> opening = TaskList.forOpening(circle.groups());
        TaskList first = opening.stream().filter(list -> counted.getOrDefault(list, 0) > 0).findFirst().orElse(opening.get(0));
        return new Counts(byKey, first.key(), token.getHeaderName(), token.getToken());
    }

    @GetMapping("/colleagues")
    List<Taker> colleagues(@RequestParam @Size(max = AT_ONCE) List<String> task, Authentication who) {
        return takers.ofAll(open.seen(task).values(), who.getName());
    }

    @PostMapping("/claims")
    Outcomes claim(@RequestBody @Valid Chosen chosen, Authentication who) {
        return changed(who, many.claim(chosen.tasks(), who.getName()));
    }

    @PostMapping("/handovers")
    Outcomes handOver(@RequestBody @Valid HandOver wish, Authentication who) {
        return changed(who, wish.to() == null ? many.giveBack(wish.tasks(), who.getName())
                : many.handOver(wish.tasks(), who.getName(), wish.to()));
    }

    private Outcomes changed(Authentication who, List<Outcome> results) {
        counts.forget(who.getName(), circles.of(who));
        return new Outcomes(results);
    }
}
