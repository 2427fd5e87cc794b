package org.complaintdesk.intake.mailbox;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ViewResolver;

/** The page of a mailbox that is read; other tests see it without one. */
@DeskTest
class MailboxPagesTests {

    @Autowired
    private Shops shops;
    @Autowired MailStore store;
    @Autowired RawMails raws;
    @Autowired ReaderTurn turn;
    @Autowired Comparison comparison;
    @Autowired Staff staff;
    @Autowired Wording wording;
    @Autowired Clock clock;
    @Autowired ViewResolver thymeleafViewResolver;

    private TestMailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = new TestMailbox();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private MockMvc page() {
        return MockMvcBuilders.standaloneSetup(new MailboxPages(mailbox.settings(), store, raws, turn, comparison, shops, staff, wording))
                .setViewResolvers((ViewResolver) (name, locale) -> thymeleafViewResolver.resolveViewName(name, locale)).build();
    }

    @Test
    void page_of_a_mailbox_offers_to_compare() throws Exception {
        page().perform(get("/mailbox").locale(wording.locale())).andExpect(status().isOk())
                .andExpect(content().string(containsString(wording.text("mailbox.compare"))));
    }

    @Test
    void page_of_a_mailbox_shows_what_lies_there_unrecorded() throws Exception {
        String subject = "s" + UUID.randomUUID();
        mailbox.lies("From: a@mail.example\nSubject: %s\n\nlies there".formatted(subject), Date.from(clock.instant().minus(Duration.ofHours(2))));
        try (Inbox inbox = Inbox.open(mailbox.settings())) {
            comparison.compare(mailbox.settings(), inbox);
        }
        page().perform(get("/mailbox").locale(wording.locale())).andExpect(status().isOk()).andExpect(content().string(containsString(subject)));
    }
}
