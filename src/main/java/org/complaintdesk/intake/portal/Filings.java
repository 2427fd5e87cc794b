package org.complaintdesk.intake.portal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which forms became complaints. */
@Component
class Filings {

    private final Complaints complaints;
    private final EvidenceFiles evidence;
    private final JdbcClient jdbc;
    private final Clock clock;

    Filings(Complaints complaints, EvidenceFiles evidence, JdbcClient jdbc, Clock clock) {
        this.complaints = complaints;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Registers the complaint with the files of its draft, once per form.
     *
     * @throws org.complaintdesk.platform.InvalidInput when the complaint is not taken; then nothing is kept
     */
    @Transactional
    public void file(FormStamp stamp, PortalForm form, SentFiles files, NewComplaint complaint) {
        // Two at the same moment: the second waits here until the first has committed, and finds its form taken.
        int claimed = jdbc.sql("insert into portal_filing (form_hash, text_hash, files_hash, filed_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(Sha256.of(stamp.key()), Sha256.of(form.typed()), Sha256.of(files.named()), Timestamp.from(clock.instant())).update();
        if (claimed == 1) {
            String number = complaints.register(complaint).number().value();
            evidence.attach(stamp.key(), number);
            jdbc.sql("update portal_filing set case_number = ? where form_hash = ?").params(number, Sha256.of(stamp.key())).update();
        }
    }

    /** @return what became of the form that was opened under this key */
    Optional<Filing> find(UUID draft) {
        return jdbc.sql("select case_number, filed_at, text_hash, files_hash from portal_filing where form_hash = ?").param(Sha256.of(draft.toString()))
                .query((row, index) -> new Filing(row.getString(1), row.getTimestamp(2).toInstant(), row.getBytes(3), row.getBytes(4))).optional();
    }
}
