package org.complaintdesk.deadline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintdesk.deadline.HolidayStore.Published;
import org.complaintdesk.deadline.calendar.HolidayFiles;
import org.complaintdesk.deadline.calendar.HolidayYear;
import org.complaintdesk.deadline.calendar.Holidays;
import org.complaintdesk.platform.CannotStart;
import org.springframework.stereotype.Component;

/**
 * The Chinese holidays this desk knows. Of a year that several know, what was published on the page counts before the
 * folder of the settings, and that before what the desk brings. What is published is seen by every node within two
 * seconds; the folder is read at start.
 */
@Component
public class HolidayData {

    private static final long LOOK_AGAIN = Duration.ofSeconds(2).toNanos();

    private final HolidayStore store;
    private final Map<Integer, KnownYear> fromFiles = new TreeMap<>();
    private volatile Known known;

    /** @throws CannotStart when the folder of the settings, or a file in it, cannot be read */
    HolidayData(DeadlineProperties settings, HolidayStore store) {
        this.store = store;
        know(HolidayFiles.china().years(), HolidaySource.BROUGHT);
        if (settings.holidayFolder() != null) {
            know(inFolder(settings.holidayFolder()), HolidaySource.FOLDER);
        }
    }

    private static List<HolidayYear> inFolder(Path folder) {
        try {
            return HolidayFiles.in(folder);
        } catch (IllegalStateException e) {
            throw new CannotStart("complaintdesk.deadline.holiday-folder: " + e.getMessage(), e);
        }
    }

    private record Known(long publications, long lookedAt, Map<Integer, KnownYear> years, Holidays holidays) {
    }

    /** @return the holidays as they are known now */
    public Holidays china() {
        return current().holidays();
    }

    /** @return the known years with where they are known from, the latest first */
    public List<KnownYear> years() {
        return current().years().values().stream().sorted(Comparator.comparing((KnownYear known) -> known.year().year())
                .reversed()).toList();
    }

    /** Makes this node look at once; the others do within two seconds. */
    void changed() {
        known = null;
    }

    private void know(Collection<HolidayYear> years, HolidaySource source) {
        years.forEach(year -> fromFiles.put(year.year(), new KnownYear(year, source, null, null)));
    }

    private Known current() {
        Known last = known;
        long now = System.nanoTime();
        if (last == null || now - last.lookedAt() > LOOK_AGAIN) {
            long publications = store.count();
            last = last != null && last.publications() == publications
                    ? new Known(publications, now, last.years(), last.holidays()) : read(publications, now);
            known = last;
        }
        return last;
    }

    private Known read(long publications, long now) {
        Map<Integer, KnownYear> years = new TreeMap<>(fromFiles);
        for (Published published : store.latest()) {
            HolidayYear year = HolidayFiles.parse(published.content());
            years.put(year.year(), new KnownYear(year, HolidaySource.PUBLISHED, published.by(), published.at()));
        }
        return new Known(publications, now, years,
                Holidays.of(years.values().stream().map(KnownYear::year).toList()));
    }
}
