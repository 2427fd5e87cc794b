package org.complaintdesk.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.CustomerView;
import org.complaintdesk.complaint.CustomerView.Turn;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;

/** A case in plain words, in the language of whoever reads the page. Keys: {@code track.*}. */
final class TrackWords {

    private static final Set<String> SAID = Set.of("note", "wish");

    private static final Set<String> IN_THE_HEADLINE = Set.of("step", "received");

    private final Wording wording;
    private final Instant now;

    TrackWords(Wording wording, Instant now) {
        this.wording = wording;
        this.now = now;
    }

    /** @return who has to act, in a few words */
    public String turn(CustomerView view) {
        return wording.text("track.turn." + view.turn());
    }

    /** @return what the case is about at this moment, in a sentence */
    public String now(CustomerView view) {
        if (view.closing() == null) {
            return wording.text("track.now." + view.next());
        }
        boolean onlyUnrated = view.closing() == Closing.NO_ANSWER && view.settled();
        return wording.text("track.closed." + (onlyUnrated ? "settled" : view.closing()));
    }

    /** @return what comes after that; empty when nothing does */
    public String then(CustomerView view) {
        return view.closing() == null ? wording.text("track.then." + view.next()) : "";
    }

    /** @return by when; empty when there is nothing to say */
    public String by(CustomerView view) {
        if (view.turn() == Turn.NOBODY) {
            return "";
        }
        if (view.nextBy() == null) {
            return wording.text("track.by.open." + view.turn());
        }
        return view.turn() == Turn.CUSTOMER && view.nextBy().isBefore(now) ? wording.text("track.by.late")
                : wording.text("track.by." + view.turn(), moment(view.nextBy()));
    }

    public String what(CustomerView.Line line) {
        String step = line.details().get("step");
        if (step != null) {
            return wording.text("track.step." + step);
        }
        boolean missing = "false".equals(line.details().get("received"));
        return wording.text("track.happened." + line.what() + (missing ? ".missing" : ""));
    }

    /** @return what was decided, how much and the like, on one line; empty when there is nothing */
    public String facts(CustomerView.Line line) {
        return line.details().entrySet().stream()
                .filter(detail -> !SAID.contains(detail.getKey()) && !IN_THE_HEADLINE.contains(detail.getKey())).map(this::fact)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(wording.text("track.and")));
    }

    /** @return the words that were said, null when there are none */
    public String said(CustomerView.Line line) {
        return SAID.stream().map(line.details()::get).filter(text -> text != null && !text.isBlank()).findFirst().orElse(null);
    }

    private String fact(Map.Entry<String, String> detail) {
        String value = detail.getValue();
        return switch (detail.getKey()) {
            case "remedy" -> remedy(Remedy.valueOf(value));
            case "amount" -> Money.of(value).format();
            case "until" -> wording.text("track.fact.until", moment(Instant.parse(value)));
            case "silence", "closing", "satisfied", "solved" -> wording.text("track.fact." + detail.getKey() + "." + value);
            case "files" -> wording.text("track.fact.files", Integer.valueOf(value));
            case "score", "reference" -> wording.text("track.fact." + detail.getKey(), value);
            default -> "";
        };
    }

    /** @return those files that are known here, in this order */
    public List<StoredFile> among(Map<UUID, StoredFile> known, List<UUID> files) {
        return files.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    public String remedy(Remedy remedy) {
        return wording.text("track.Remedy." + remedy);
    }

    public String moment(Instant moment) {
        return wording.moment(moment);
    }

    public String text(String key, Object... arguments) {
        return wording.text(key, arguments);
    }
}
