package org.complaintdesk.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.EvidenceRefused;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files a customer chose. They wait beside what was typed until all of it can be taken, so that nobody has to choose the
 * good ones again because one was refused.
 */
@Component
class Uploads {

    private final EvidenceFiles evidence;

    Uploads(EvidenceFiles evidence) {
        this.evidence = evidence;
    }

    /** @return under which name the files of this form wait: only who has the link can name it */
    static String draft(Visit visit, String key) {
        return "track-" + visit.link().caseNumber() + "-" + key.replace("-", "");
    }

    /** @return why files were refused, one sentence each */
    List<String> keep(String draft, Visit visit, List<MultipartFile> files, Wording wording) {
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : files) {
            try {
                evidence.keep(draft, new NewFile(visit.number().value(), file.getOriginalFilename(), file, Origin.CUSTOMER, null, null));
            } catch (EvidenceRefused problem) {
                refused.add(problem.in(wording));
            }
        }
        return refused;
    }

    /** @param removed ids of files that wait and are not wanted after all, as sent */
    void drop(String draft, List<String> removed) {
        evidence.drop(draft, removed);
    }

    boolean isEmpty(String draft) {
        return evidence.kept(draft).isEmpty();
    }

    List<UUID> attach(String draft, Visit visit) {
        return evidence.attach(draft, visit.number().value()).stream().map(StoredFile::id).toList();
    }
}
