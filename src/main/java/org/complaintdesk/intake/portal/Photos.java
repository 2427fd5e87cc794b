package org.complaintdesk.intake.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.complaintdesk.evidence.Download;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.EvidenceProperties;
import org.complaintdesk.evidence.EvidenceRefused;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.platform.CustomerFormLimits;
import org.complaintdesk.platform.CustomerForms;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that were sent with a form and wait with it until it becomes a complaint. */
@Component
class Photos {

    private final EvidenceFiles evidence;
    private final EvidenceProperties settings;
    private final CustomerFormLimits limits;

    Photos(EvidenceFiles evidence, EvidenceProperties settings, CustomerFormLimits limits) {
        this.evidence = evidence;
        this.settings = settings;
        this.limits = limits;
    }

    /** How much may be sent, for whoever chooses files. */
    record Room(int files, long megabytesEach, long megabytes) {
    }

    Room room() {
        long together = limits.largest().toMegabytes();
        return new Room(settings.filesPerDraft(), Math.min(settings.largestFile().toMegabytes(), together), together);
    }

    List<StoredFile> of(FormStamp stamp) {
        return evidence.kept(stamp.key());
    }

    /** @return a small picture of a file, only for whoever has the form it was sent with */
    Optional<Download> small(FormStamp stamp, UUID id) {
        return of(stamp).stream().anyMatch(file -> file.id().equals(id)) ? evidence.thumbnail(id) : Optional.empty();
    }

    /**
     * Keeps what was sent and lets go of what is no longer wanted.
     *
     * @param removed ids of files that were kept before, as sent
     * @return why some are not kept, in the reader's language
     */
    Optional<String> keep(FormStamp stamp, List<String> removed, SentFiles sent, Wording reader) {
        evidence.drop(stamp.key(), removed);
        return Stream.concat(unread(sent.fate(), reader).stream(), sent.files().stream().flatMap(file -> keep(stamp, file, reader).stream()))
                .reduce((one, other) -> one + " " + other);
    }

    private Optional<String> unread(CustomerForms.Files fate, Wording reader) {
        return switch (fate) {
            case TAKEN -> Optional.empty();
            case TOO_LARGE -> Optional.of(reader.text("portal.problem.files.too-large", limits.largest().toMegabytes()));
            case TOO_MANY -> Optional.of(reader.text("portal.problem.files.too-many"));
        };
    }

    private Optional<String> keep(FormStamp stamp, MultipartFile file, Wording reader) {
        try {
            evidence.keep(stamp.key(), new NewFile(null, file.getOriginalFilename(), file, Origin.CUSTOMER, null, null));
            return Optional.empty();
        } catch (EvidenceRefused refused) {
            return Optional.of(refused.in(reader));
        }
    }
}
