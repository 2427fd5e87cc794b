package org.complaintdesk.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Language;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.junit.jupiter.api.Test;

class PortalShopsTests {

    @Test
    void only_a_shop_of_the_house_is_taken_where_they_are_named() {
        PortalShops shops = shops(new Shop("旗舰店", "TMALL", null), new Shop("官网", null, "shop@example.com"));
        assertThat(shops.names()).containsExactly("旗舰店", "官网");
        assertThat(shops.takes("旗舰店")).isTrue();
        assertThat(shops.takes("别人的店")).isFalse();
    }

    @Test
    void any_shop_is_taken_where_none_is_named() {
        assertThat(shops().takes("别人的店")).isTrue();
        assertThat(shops().platformOf("别人的店")).isEmpty();
    }

    @Test
    void names_on_a_platform_are_looked_for_on_the_shops_platform() {
        PortalShops shops = shops(new Shop("旗舰店", "TMALL", null), new Shop("官网", "", null));
        assertThat(shops.platformOf("旗舰店")).contains(Channel.TMALL);
        assertThat(shops.platformOf("官网")).isEmpty();
    }

    @Test
    void platform_that_does_not_exist_is_noticed_at_the_start() {
        assertThatThrownBy(() -> shops(new Shop("旗舰店", "EBAY", null))).hasMessageContaining("EBAY");
    }

    private static PortalShops shops(Shop... shops) {
        return new PortalShops(new DeskProperties(URI.create("http://x"), Language.ZH, ZoneId.of("Asia/Shanghai"), List.of(shops)));
    }
}
