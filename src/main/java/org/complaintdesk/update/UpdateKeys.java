package org.complaintdesk.update;

import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/**
 * Names of updates. A key exists once, so it is also what keeps a customer from being asked twice: a survey belongs to
 * one handling of the case, and to each survey there is at most one reminder.
 */
@Component
class UpdateKeys {

    private final Updates updates;
    private final SendingTimes times;

    UpdateKeys(Updates updates, SendingTimes times) {
        this.updates = updates;
        this.times = times;
    }

    /** {@code C-20261121-000042/PROPOSAL/2}: counted in the case, surveys by how often the case was taken up. */
    String next(String number, UpdateKind kind, String recipient, boolean confirmed) {
        boolean survey = kind == UpdateKind.SURVEY || kind == UpdateKind.SURVEY_REMINDER;
        UpdateKind counted = survey ? UpdateKind.REOPENED : kind;
        return number + "/" + kind + "/" + (1 + times.occasions(number, counted, recipient, confirmed));
    }

    /**
     * @return whether this may be said; a survey once, and its reminder once unless the survey failed to reach the customer; a
     * link unless an agent is to tell it anyway, however often the customer presses the button
     */
    boolean mayBeSaid(UpdateKind kind, String key) {
        return switch (kind) {
            case SURVEY -> !exists(key);
            case SURVEY_REMINDER -> !exists(key) && reaches(key.replace("/SURVEY_REMINDER/", "/SURVEY/"));
            case NEW_LINK -> !updates.isToBeTold(key.substring(0, key.indexOf('/')), kind.name());
            default -> true;
        };
    }

    /** {@code C-20261121-000042/PROPOSAL/2/AGAIN/1}: the same message once more. */
    String again(CustomerUpdate said) {
        String first = said.resendOf() == null ? said.key() : said.resendOf();
        return first + "/AGAIN/" + (1 + updates.countByResendOf(first));
    }

    private boolean exists(String key) {
        return updates.findByUpdateKey(key) != null;
    }

    private boolean reaches(String key) {
        CustomerUpdate said = updates.findByUpdateKey(key);
        return said != null && (said.isPending() || said.state() == UpdateState.SENT);
    }
}
