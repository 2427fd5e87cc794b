package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A form as a person fills it in, field by field, by the labels they read. */
class FilledForm {

    private static final int TRIES = 3;

    private final Page window;
    private final Locator form;

    FilledForm(Page window) {
        this.window = window;
        this.form = window.locator(".fjs-container");
    }

    /** Types into the field, over whatever is there. */
    FilledForm write(String label, String text) {
        Locator field = form.getByLabel(labelled(label));
        // Drawn anew for the field before, the form may empty this one while it is filled.
        for (int i = 0; i < TRIES && !field.inputValue().equals(text); i++) {
            field.fill(text);
            field.blur();
        }
        return this;
    }

    /** Takes an option of a list. */
    FilledForm choose(String label, String option) {
        list(label).locator(".fjs-input-group").click();
        form.locator(".fjs-dropdownlist-item").getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
        return this;
    }

    /** Ticks one of the choices that the form lists in full. */
    FilledForm tick(String choice) {
        form.getByLabel(choice, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** Enters a day or a time as one types it, and puts the calendar or the clock away that opens. */
    FilledForm type(String label, String text) {
        Locator field = form.getByLabel(labelled(label));
        field.fill(text);
        field.press("Enter");
        return this;
    }

    FilledForm says(String... texts) {
        for (String text : texts) {
            assertThat(form).containsText(text);
        }
        return this;
    }

    /** What is chosen already. */
    FilledForm proposes(String label, String option) {
        assertThat(form.getByLabel(labelled(label))).hasValue(option);
        return this;
    }

    /** Follows a link, which opens a window of its own, reads its heading and comes back. */
    FilledForm links(String text, String path, String heading) {
        Page opened = window.waitForPopup(() -> form.getByText(text).click());
        assertThat(opened).hasURL(Pattern.compile(path + "$"));
        assertThat(opened.locator("h1")).hasText(heading);
        opened.close();
        return this;
    }

    private Locator list(String label) {
        return form.locator(".fjs-form-field-select", new Locator.LocatorOptions()
                .setHas(window.locator("label", new Page.LocatorOptions().setHasText(labelled(label)))));
    }

    /** A required field's label ends with an asterisk. */
    private static Pattern labelled(String label) {
        return Pattern.compile("^" + label + "\\*?$");
    }
}
