package org.complaintdesk.platform;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a person entered cannot be accepted. The message is in the installation's language, names the field as the
 * person sees it and says what to do; Tasklist and REST show it as it is, and the task stays open.
 */
public class InvalidInput extends RuntimeException {

    private final String field;

    /** @param field the key of the form field or JSON property the message is about */
    public InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** @return the input a failure is about, wherever it stands in the chain of causes */
    static Optional<InvalidInput> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50)
                .filter(InvalidInput.class::isInstance).map(InvalidInput.class::cast).findFirst();
    }
}
