package org.complaintdesk.complaint.handling;

import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.ComplianceRuling;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * What somebody writes for a customer. A remedy never depends on a review and nobody is asked for another one, so the text
 * passes the compliance gate before anything is done with it.
 */
@Component
public class CustomerText {

    private final Compliance compliance;
    private final Wording wording;

    CustomerText(Compliance compliance, Wording wording) {
        this.compliance = compliance;
        this.wording = wording;
    }

    /**
     * @return the text without surrounding blanks, never empty
     * @throws org.complaintdesk.platform.InvalidInput when there is none, or when the gate forbids it
     */
    public String read(FormInput input, String field, int maxLength) {
        return allowed(field, input.text(field, maxLength));
    }

    /**
     * @return the text without surrounding blanks, null when there is none
     * @throws org.complaintdesk.platform.InvalidInput when the gate forbids it
     */
    public String readOptional(FormInput input, String field, int maxLength) {
        return allowed(field, input.optionalText(field, maxLength));
    }

    /**
     * @return the text as it is
     * @throws org.complaintdesk.platform.InvalidInput naming {@code field} when the gate forbids it
     */
    public String allowed(String field, String text) {
        ComplianceRuling ruling = compliance.check(text);
        if (ruling.isForbidden()) {
            throw wording.refused(field, compliance.explain(ruling));
        }
        return text;
    }

    /** @return the customer's own words when a message of ours may repeat them, else null: they are on record anyway */
    public String repeated(String words) {
        return compliance.check(words).isForbidden() ? null : words;
    }
}
