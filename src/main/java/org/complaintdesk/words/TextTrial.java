package org.complaintdesk.words;

import java.util.List;

/** What a part of the desk makes of a text; shown where people try the word lists out. Any module may offer one. */
public interface TextTrial {

    /** @return in the installation's language, such as "Proposed triage" */
    String title();

    /**
     * @param text never empty
     * @return short sentences in the installation's language, at least one
     */
    List<String> outcome(String text);
}
