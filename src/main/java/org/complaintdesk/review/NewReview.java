package org.complaintdesk.review;

import java.time.Instant;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.CleanText;

/**
 * A review as it arrives. Texts are cleaned, an empty one counts as unknown (null). Shop, platform, rating and postedAt
 * must be known in the end; the rest may be null, the text too: a bare rating.
 *
 * @param externalId what the platform calls the review; without it the review's content tells it apart
 * @param product    what was reviewed, as the shop names it
 * @param rating     1 to 5
 */
public record NewReview(String shop, Channel platform, String externalId, String orderNumber, String product, int rating,
                        String text, Instant postedAt, Contact reviewer) {

    public NewReview {
        shop = CleanText.of(shop);
        externalId = CleanText.of(externalId);
        orderNumber = CleanText.of(orderNumber);
        product = CleanText.of(product);
        text = CleanText.of(text);
    }
}
