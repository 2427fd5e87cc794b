package org.complaintdesk.assignment;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets a task. The setting {@code complaintdesk.assignment.mode} says how; off, as installed, nobody does and people take
 * tasks from their group's list. Never to somebody who is away or off duty; with nobody there the task stays the group's.
 */
@Component
public class Assignment {

    private final AssignmentProperties settings;
    private final Candidates candidates;
    private final Turns turns;

    Assignment(AssignmentProperties settings, Candidates candidates, Turns turns) {
        this.settings = settings;
        this.candidates = candidates;
        this.turns = turns;
    }

    public AssignmentMode mode() {
        return settings.mode();
    }

    /**
     * Who gets a new task, whose turn it is thereby; part of the transaction that creates the task.
     *
     * @param group id of the group whose task it is
     * @param work  asked only when tasks are assigned at all
     * @return empty when they are not, or nobody is there
     */
    @Transactional
    public Optional<String> whoGets(String group, Supplier<NewWork> work) {
        return switch (settings.mode()) {
            case OFF -> Optional.empty();
            case ROUND_ROBIN -> turns.longestWaiting(candidates.of(group, work.get(), null));
            case LEAST_LOADED -> turns.leastLoaded(candidates.of(group, work.get(), null));
        };
    }

    /**
     * Who takes a task over from somebody, whatever the setting: whoever has the fewest.
     *
     * @return empty when nobody else is there
     */
    @Transactional
    public Optional<String> whoTakesOver(String group, NewWork work, String from) {
        return turns.leastLoaded(candidates.of(group, work, from));
    }
}
