package org.complaintdesk.complaint.handling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Solution;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedies;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.RemedyOption;
import org.springframework.stereotype.Component;

/** Choosing a remedy within the table {@code remedy}: what a form offers, and what it may send back. */
@Component
public class RemedyChoice {

    private final Remedies remedies;
    private final CustomerText customerText;
    private final Wording wording;

    RemedyChoice(Remedies remedies, CustomerText customerText, Wording wording) {
        this.remedies = remedies;
        this.customerText = customerText;
        this.wording = wording;
    }

    /** Offers what fits the complaint's category, with evidence and limits. */
    public void offer(Complaint complaint, TaskForm form) {
        List<RemedyOption> fitting = remedies.fitting(complaint.diagnosis().category());
        form.options("remedyOptions", fitting.stream()
                .map(option -> Map.entry(option.remedy().name(), wording.of(option.remedy()))).toList());
        form.show("remedyGuide", fitting.stream().map(this::guide).collect(Collectors.joining("\n")));
    }

    private String guide(RemedyOption option) {
        String evidence = wording.text("remedy.evidence", option.evidence());
        return "**%s** %s".formatted(wording.of(option.remedy()),
                Markdown.literal(evidence + " · " + option.limitNote(), 160));
    }

    /**
     * Corrects what the order cost, too, when that was wrong: it limits the remedy.
     *
     * @param explanationField the field that explains it to the customer
     */
    public Solution read(Complaint complaint, FormInput input, String explanationField, int maxLength) {
        Optional.ofNullable(CaseTask.money(input, "orderAmount")).ifPresent(complaint::correctPaid);
        Remedy remedy = input.choice("remedy", Remedy.class);
        RemedyOption option = remedies.option(complaint.diagnosis().category(), remedy)
                .orElseThrow(() -> input.invalid("remedy", "remedy.does-not-fit", wording.of(remedy),
                        wording.of(complaint.diagnosis().category())));
        return new Solution(remedy, amount(complaint, option, input), customerText.read(input, explanationField, maxLength));
    }

    private Money amount(Complaint complaint, RemedyOption option, FormInput input) {
        Money amount = CaseTask.money(input, "amount");
        boolean none = amount == null || amount.isZero();
        if (!option.carriesMoney()) {
            if (!none) {
                throw input.invalid("amount", "remedy.carries-no-money", wording.of(option.remedy()));
            }
            return null;
        }
        if (none) {
            throw input.invalid("amount", "remedy.amount-missing", wording.of(option.remedy()));
        }
        option.limit(complaint.orderAmount()).filter(amount::isMoreThan).ifPresent(limit -> {
            throw input.invalid("amount", "remedy.amount-too-high", amount.format(), limit.format(),
                    option.limitNote().replaceFirst("[。.]$", ""));
        });
        return amount;
    }
}
