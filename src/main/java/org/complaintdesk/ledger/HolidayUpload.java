package org.complaintdesk.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.complaintdesk.deadline.HolidayPublication;
import org.complaintdesk.deadline.calendar.HolidayMistake;
import org.complaintdesk.deadline.calendar.HolidayYear;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** A file with the holidays of a year, as somebody sends it; what is wrong with it is said in the language of the page. */
@Component
class HolidayUpload {

    static final DataSize LARGEST = DataSize.ofKilobytes(100);

    private static final int QUOTED = 60;

    private final HolidayPublication publication;
    private final Wording wording;

    HolidayUpload(HolidayPublication publication, Wording wording) {
        this.publication = publication;
        this.wording = wording;
    }

    /** @throws InvalidInput when there is none, or it is too large */
    String content(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new InvalidInput("file", wording.text("calendar.choose"));
        }
        if (file.getSize() > LARGEST.toBytes()) {
            throw new InvalidInput("file", tooLarge());
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    /** @throws InvalidInput when it is no such file, contradicts itself, or is not called by its year */
    HolidayYear read(String name, String content) {
        String called = name == null ? "" : CleanText.cut(name, QUOTED);
        try {
            HolidayYear year = publication.read(content);
            if (!called.matches("(.*[/\\\\])?" + year.year() + "\\.ya?ml")) {
                throw refused(called, wording.text("HolidayMistake.OTHER_YEAR", called, String.valueOf(year.year())));
            }
            return year;
        } catch (HolidayMistake mistake) {
            throw refused(called, wording.text("HolidayMistake." + mistake.kind(), mistake.about().toArray()));
        }
    }

    /** The same, of what the page sends back once it was looked at. */
    HolidayYear read(String content) {
        try {
            if (content.length() > LARGEST.toBytes()) {
                throw new InvalidInput("content", tooLarge());
            }
            return publication.read(content);
        } catch (HolidayMistake mistake) {
            throw new InvalidInput("content", wording.text("HolidayMistake." + mistake.kind(), mistake.about().toArray()));
        }
    }

    String tooLarge() {
        return wording.text("calendar.too-large", LARGEST.toKilobytes());
    }

    private InvalidInput refused(String name, String why) {
        return new InvalidInput("file", wording.text("calendar.unreadable", name, why));
    }
}
