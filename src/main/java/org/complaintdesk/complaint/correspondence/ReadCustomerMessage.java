package org.complaintdesk.complaint.correspondence;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.handling.CaseTask;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.Route;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent reads what the customer wrote and answers, or finds that no answer is needed. */
@Component
class ReadCustomerMessage extends CaseTask {

    static final String KEY = "ReadCustomerMessage";
    static final String LETTERS = "letters";
    static final String SHOWN = "lettersShown";

    /** What the agent does. */
    private enum LetterAnswer {
        ANSWER, NO_ANSWER_NEEDED
    }

    private final UnreadLetters letters;
    private final CustomerMessages messages;
    private final SignedIn signedIn;

    ReadCustomerMessage(CaseWork work, UnreadLetters letters, CustomerMessages messages, SignedIn signedIn) {
        super(work);
        this.letters = letters;
        this.messages = messages;
        this.signedIn = signedIn;
    }

    @Override
    protected void kept(Complaint complaint, TaskForm form, HandlingVariables variables) {
        UnreadLetters.Shown shown = letters.show(complaint.number());
        form.show(LETTERS, shown.markdown());
        form.prefill(SHOWN, shown.count());
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        boolean answer = input.choice("letterAnswer", LetterAnswer.class) == LetterAnswer.ANSWER;
        String text = answer ? customerText().read(input, "answerText", 2_000) : null;
        String person = signedIn.person().orElse(null);
        variables.unread(letters.read(complaint.number(), input.wholeNumber(SHOWN, 0, Integer.MAX_VALUE), person));
        if (answer) {
            messages.answered(complaint.number(), text, person);
        }
        complaint.messageAnswered(answer);
        variables.route(answer ? Route.ANSWER : Route.NO_ANSWER_NEEDED);
    }
}
