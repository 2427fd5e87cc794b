package org.complaintdesk.review.handling;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.FormContents;
import org.complaintdesk.casework.TaskFlow;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Review;

/**
 * A user task of a review's flow: what its form shows when somebody reads it, and what its completion does to the review. An
 * input that cannot be accepted keeps the task open.
 */
abstract class ReviewTask implements TaskListener, FormContents {

    protected final ReviewWork work;
    private final CaseHandler handlers;

    protected ReviewTask(ReviewWork work, CaseHandler handlers) {
        this.work = work;
        this.handlers = handlers;
    }

    @Override
    public final void notify(DelegateTask task) {
        ReviewVariables variables = ReviewVariables.of(TaskFlow.of(task));
        Review review = work.review(variables.number());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            handlers.keep(task, review.handler(), () -> work.asks(review)).ifPresent(agent -> {
                review.handledBy(agent);
                work.keepHandler(review);
            });
        } else {
            completed(review, new FormInput(task, () -> startedWith(review), work.wording()), variables);
            handlers.after(task).ifPresent(review::handledBy);
            tidy(variables);
            work.keep(review, variables);
        }
    }

    @Override
    public final void fill(DelegateTask task, TaskForm form) {
        Review review = work.review(ReviewVariables.of(task.getExecution()).number());
        form.show("caseFacts", work.facts(review));
        shown(review, form);
        started(review, form);
    }

    private Map<String, Object> startedWith(Review review) {
        Map<String, Object> values = new HashMap<>();
        started(review, new TaskForm(values));
        return values;
    }

    /** Texts and options, whenever the form is read. */
    protected void shown(Review review, TaskForm form) {
    }

    /** The values fields start with, and have when they are not submitted. */
    protected void started(Review review, TaskForm form) {
    }

    protected abstract void completed(Review review, FormInput input, ReviewVariables variables);

    /** Takes what the form submitted out of the process again: the review has it now. */
    protected void tidy(ReviewVariables variables) {
        variables.removeUnknown();
    }

    protected final Wording wording() {
        return work.wording();
    }
}
