package org.complaintdesk.worklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.complaintdesk.identity.TaskList;
import org.complaintdesk.worklist.CountedTasks.Circle;
import org.complaintdesk.worklist.CountedTasks.Own;
import org.springframework.stereotype.Component;

/**
 * The numbers beside the lists. They may be {@link #FRESH} old, so that fifty browsers asking all day cost what one asking
 * every few seconds costs: what colleagues of the same groups and shops share is counted once for all of them.
 */
@Component
class ListCounts {

    static final Duration FRESH = Duration.ofSeconds(15);
    /** A person's own number follows what that person does. */
    private static final Duration OWN_FRESH = Duration.ofSeconds(2);

    private final CountedTasks tasks;
    private final Clock clock;
    private final Cache<Circle, Map<TaskList, Integer>> shared =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1_000).build();
    private final Cache<String, Own> own = Caffeine.newBuilder().expireAfterWrite(OWN_FRESH).maximumSize(10_000).build();

    ListCounts(CountedTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @return the count of each list this person has, from top to bottom; at most {@link CountedTasks#MOST} + 1 */
    Map<TaskList, Integer> of(String person, Circle circle) {
        Map<TaskList, Integer> counts = new EnumMap<>(TaskList.class);
        counts.putAll(shared.get(circle, asked -> tasks.shared(asked, TaskList.of(asked.groups()), clock.instant())));
        Own mine = own.get(person, asked -> tasks.own(asked, circle, clock.instant()));
        counts.computeIfPresent(TaskList.OVERDUE, (list, nobodys) -> Math.min(nobodys + mine.late(), CountedTasks.MOST + 1));
        counts.put(TaskList.MINE, mine.taken());
        return counts;
    }

    /** Forgets what this person and his or her circle were told: something has just changed by their doing. */
    void forget(String person, Circle circle) {
        own.invalidate(person);
        shared.invalidate(circle);
    }
}
