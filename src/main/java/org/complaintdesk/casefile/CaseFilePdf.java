package org.complaintdesk.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.evidence.Download;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A case file to hand out, when a platform or the regulator asks for it. Contacts are masked wherever they stand, in texts too,
 * unless somebody says why they have to be seen; both are noted. What is the desk's own business is left out unless asked for.
 */
@Component
class CaseFilePdf {

    private final CaseFile file;
    private final EvidenceFiles evidence;
    private final ContactAccess contacts;
    private final AuditLog audit;
    private final ITemplateEngine templates;
    private final PdfWriter writer;
    private final Staff staff;
    private final DeskProperties desk;
    private final Wording wording;
    private final Clock clock;

    CaseFilePdf(CaseFile file, EvidenceFiles evidence, ContactAccess contacts, AuditLog audit,
                ITemplateEngine templates, PdfWriter writer, Staff staff, DeskProperties desk, Wording wording, Clock clock) {
        this.file = file;
        this.evidence = evidence;
        this.contacts = contacts;
        this.audit = audit;
        this.templates = templates;
        this.writer = writer;
        this.staff = staff;
        this.desk = desk;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param internal whether the desk's own business is told too */
    byte[] masked(Complaint complaint, boolean internal, Principal who) {
        return write(complaint, internal, false, who);
    }

    /**
     * The same with the customer's contacts in full.
     *
     * @throws InvalidInput naming the reason, when it is missing or too long; nothing is shown then
     */
    byte[] whole(Complaint complaint, boolean internal, String reason, Principal who) {
        contacts.unmask(complaint.customerId(), complaint.number().value(), reason, who.getName());
        return write(complaint, internal, true, who);
    }

    private byte[] write(Complaint complaint, boolean internal, boolean whole, Principal who) {
        String number = complaint.number().value();
        audit.record(AuditEvent.EXPORTED, number, "file.pdf" + (whole ? " unmasked" : "") + (internal ? " internal" : ""));
        Model model = new ExtendedModelMap();
        if (whole) {
            model.addAttribute(ContactView.WHOLE, true);
        }
        file.fill(complaint, who, model);
        Map<String, Object> facts = new HashMap<>(model.asMap());
        facts.put("wording", wording);
        facts.put("shown", whole ? ShownText.WHOLE : ShownText.MASKED);
        facts.put("whole", whole);
        facts.put("internal", internal);
        facts.put("now", clock.instant());
        facts.put("by", staff.displayName(who.getName()));
        facts.put("address", desk.publicUrl() + "/cases/" + number);
        facts.put("pictures", pictures(number, model));
        return writer.write(templates.process("cases/file-pdf", new Context(wording.locale(), facts)));
    }

    private Map<UUID, String> pictures(String number, Model model) {
        Map<UUID, String> pictures = new HashMap<>();
        ((List<?>) model.getAttribute("tiles")).stream().map(EvidenceTiles.Tile.class::cast).filter(tile -> tile.file().hasThumbnail())
                .forEach(tile -> evidence.thumbnail(number, tile.file().id()).ifPresent(small -> pictures.put(tile.file().id(), inline(small))));
        return pictures;
    }

    private static String inline(Download picture) {
        try (InputStream in = picture.content().getInputStream()) {
            return "data:" + picture.type() + ";base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A small picture cannot be read", e);
        }
    }
}
