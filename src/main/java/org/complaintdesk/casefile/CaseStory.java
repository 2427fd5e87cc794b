package org.complaintdesk.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.casefile.EvidenceTiles.Tile;
import org.complaintdesk.casework.CaseTask;
import org.complaintdesk.casework.CaseTask.Handling;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.TimelineText;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates.View;
import org.springframework.stereotype.Component;

/**
 * The story of a complaint from everything that is kept of it, day by day: what happened to the case, who took and handed on
 * its tasks, what was said to the customer, what files came. That a task was completed is told by what it did to the case.
 */
@Component
class CaseStory {

    private static final Set<Happening> INTERNAL = Set.of(Happening.TRIAGED, Happening.DIAGNOSED, Happening.PROPOSED,
            Happening.APPROVAL_NEEDED, Happening.APPROVED, Happening.RETURNED, Happening.REMINDED, Happening.ESCALATED,
            Happening.TAKEN_OVER, Happening.REASSIGNED, Happening.HANDED_OVER, Happening.AUTHORISED, Happening.AGREEMENT_DRAFTED,
            Happening.SHOP_HEARD, Happening.FIRST_RESPONSE, Happening.ADDRESS_CORRECTED, Happening.MESSAGE_RESENT,
            Happening.ORDER_AMOUNT_CORRECTED);

    /** A note of these was told to the customer, or is what they said; others of colleagues are for colleagues. */
    private static final Set<Happening> TOLD = Set.of(Happening.RECORDED, Happening.EVIDENCE_REQUESTED, Happening.DECLINED,
            Happening.CUSTOMER_HEARD, Happening.NOT_AGREED, Happening.NEW_TIME_PROMISED);

    private final TimelineText text;
    private final MessageLines messages;
    private final Doers doers;
    private final Wording wording;
    private final Clock clock;

    CaseStory(TimelineText text, MessageLines messages, Doers doers, Wording wording, Clock clock) {
        this.text = text;
        this.messages = messages;
        this.doers = doers;
        this.wording = wording;
        this.clock = clock;
    }

    /** What happened on one day, the earliest first. */
    record Day(String day, List<StoryEntry> entries) {
    }

    /** @return the earliest first */
    List<StoryEntry> of(List<CaseEvent> events, List<CaseTask> tasks, List<View> messages, List<Tile> files) {
        return Stream.of(events.stream().map(this::happened), tasks.stream().flatMap(this::handled),
                        messages.stream().filter(message -> message.audience() == Audience.CUSTOMER).map(this::said), files.stream().map(this::filed))
                .flatMap(entries -> entries).sorted(Comparator.comparing(StoryEntry::at)).toList();
    }

    List<Day> byDay(List<StoryEntry> story) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(wording.text("format.day"), wording.locale());
        return story.stream().collect(Collectors.groupingBy(entry -> LocalDate.ofInstant(entry.at(), clock.getZone()), TreeMap::new,
                Collectors.toList())).entrySet().stream().map(of -> new Day(day.format(of.getKey()), of.getValue())).toList();
    }

    private StoryEntry happened(CaseEvent event) {
        return new StoryEntry(event.at(), time(event.at()), StoryEntry.Kind.STEP, doers.name(event.who()), wording.of(event.what()),
                text.details(event), text.details(outside(event)), INTERNAL.contains(event.what()));
    }

    private static CaseEvent outside(CaseEvent event) {
        boolean original = Closing.DUPLICATE.name().equals(event.details().get("closing"));
        if (original || CaseEvent.CUSTOMER.equals(event.who()) || TOLD.contains(event.what())) {
            return event;
        }
        Map<String, String> told = new LinkedHashMap<>(event.details());
        told.remove("note");
        return new CaseEvent(event.at(), event.who(), event.what(), told);
    }

    private Stream<StoryEntry> handled(CaseTask task) {
        return task.handlings().stream().map(handling -> entry(handling.at(), StoryEntry.Kind.TASK, handling.who(),
                wording.text("story.task." + handling.what(), task.name()), to(handling), true));
    }

    private String to(Handling handling) {
        return handling.what() == CaseTask.Handled.HANDED ? wording.text("story.task.to", doers.name(handling.assignee())) : "";
    }

    private StoryEntry said(View message) {
        MessageLine line = messages.of(message);
        return entry(message.at(), StoryEntry.Kind.MESSAGE, message.by() == null ? CaseEvent.SYSTEM : message.by(), message.subject(),
                Stream.of(line.state(), message.recipient()).filter(Objects::nonNull).collect(Collectors.joining(" · ")), false);
    }

    private StoryEntry filed(Tile tile) {
        String file = tile.file().note() == null ? tile.file().name() : tile.file().name() + " · " + tile.file().note();
        return new StoryEntry(tile.file().at(), time(tile.file().at()), StoryEntry.Kind.FILE, tile.who(), wording.text("story.file"),
                file, file, false);
    }

    private StoryEntry entry(Instant at, StoryEntry.Kind kind, String who, String what, String details, boolean internal) {
        return new StoryEntry(at, time(at), kind, doers.name(who), what, details, details, internal);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(clock.getZone()).format(at);
    }
}
