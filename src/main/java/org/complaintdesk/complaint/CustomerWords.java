package org.complaintdesk.complaint;

import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Checks what customers write before anything is done with it. */
@Component
class CustomerWords {

    private final Wording wording;

    CustomerWords(Wording wording) {
        this.wording = wording;
    }

    /** @throws InvalidInput when it is missing or too long */
    String needed(String field, String text, int longest) {
        String clean = optional(field, text, longest);
        if (clean == null) {
            throw new InvalidInput(field, wording.text("input.missing", label(field)));
        }
        return clean;
    }

    /**
     * @return null when there is none
     * @throws InvalidInput when it is too long
     */
    String optional(String field, String text, int longest) {
        String clean = CleanText.of(text);
        if (clean != null && clean.length() > longest) {
            throw new InvalidInput(field, wording.text("input.too-long", label(field), String.valueOf(longest),
                    String.valueOf(clean.length())));
        }
        return clean;
    }

    int score(int score) {
        if (score < 1 || score > 5) {
            throw new InvalidInput("score", wording.text("input.not-between", label("score"), "1", "5"));
        }
        return score;
    }

    private String label(String field) {
        return wording.text("customer.field." + field);
    }
}
