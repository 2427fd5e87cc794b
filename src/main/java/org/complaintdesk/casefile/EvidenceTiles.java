package org.complaintdesk.casefile;

import java.util.List;
import java.util.Locale;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.EvidenceProperties;
import org.complaintdesk.evidence.Scan;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** The files of a case as staff see them. */
@Component
class EvidenceTiles {

    private static final long KILOBYTE = 1024;

    private final EvidenceFiles files;
    private final EvidenceProperties settings;
    private final Staff staff;
    private final Wording wording;

    EvidenceTiles(EvidenceFiles files, EvidenceProperties settings, Staff staff, Wording wording) {
        this.files = files;
        this.settings = settings;
        this.staff = staff;
        this.wording = wording;
    }

    /**
     * @param what      the kind of file in capital letters, for those without a picture
     * @param who       who handed it in
     * @param opened    whether its content may be opened as it is
     * @param scanShown whether it says something that the scanner was, or was not, asked
     */
    record Tile(StoredFile file, String what, String size, String who, String at, boolean opened, boolean scanShown) {

        public boolean isWaiting() {
            return file.scan() == Scan.PENDING;
        }

        public boolean isInfected() {
            return file.scan() == Scan.INFECTED;
        }
    }

    List<Tile> of(String caseNumber) {
        return files.of(caseNumber).stream().map(file -> new Tile(file, ending(file.name()), size(file.size()), who(file),
                wording.moment(file.at()), file.scan().isGivenOut(),
                settings.isScanned() || file.scan() != Scan.NOT_SCANNED)).toList();
    }

    private String who(StoredFile file) {
        return switch (file.origin()) {
            case STAFF -> staff.displayName(file.by());
            case CUSTOMER -> wording.of(file.origin());
            case MAIL -> file.by() == null ? wording.of(file.origin()) : wording.of(file.origin()) + " " + Masked.email(file.by());
        };
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE ? Math.max(1, bytes / KILOBYTE) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / KILOBYTE / KILOBYTE);
    }
}
