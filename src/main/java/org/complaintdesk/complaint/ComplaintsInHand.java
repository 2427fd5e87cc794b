package org.complaintdesk.complaint;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.casework.CasesInHand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who handles the open complaints. */
@Component
class ComplaintsInHand implements CasesInHand {

    private final Complaints complaints;
    private final JdbcClient jdbc;

    ComplaintsInHand(Complaints complaints, JdbcClient jdbc) {
        this.complaints = complaints;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(String handler) {
        return jdbc.sql("select number from complaint where handler = ? and closed_at is null order by id").param(handler)
                .query(String.class).list();
    }

    @Override
    public Optional<String> handlerOf(String caseNumber) {
        return jdbc.sql("select handler from complaint where number = ? and handler is not null").param(caseNumber)
                .query(String.class).optional();
    }

    @Override
    public boolean note(String caseNumber, HandedOver what) {
        if (complaints.find(caseNumber).isEmpty()) {
            return false;
        }
        Complaint complaint = complaints.lock(new ComplaintNumber(caseNumber));
        complaint.handedOver(what);
        complaints.save(complaint);
        return true;
    }
}
