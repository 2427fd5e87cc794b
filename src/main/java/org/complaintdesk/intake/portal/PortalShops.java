package org.complaintdesk.intake.portal;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.springframework.stereotype.Component;

/** The shops a customer can choose from; none when customers write the name themselves. */
@Component
class PortalShops {

    private final List<Shop> shops;

    /** @throws IllegalArgumentException when a shop is on a channel that does not exist */
    PortalShops(DeskProperties desk) {
        this.shops = desk.shops();
        shops.stream().map(Shop::channel).filter(channel -> channel != null && !channel.isBlank()).forEach(Channel::valueOf);
    }

    List<String> names() {
        return shops.stream().map(Shop::name).toList();
    }

    /** @return whether a complaint can be about a shop of this name */
    boolean takes(String name) {
        return shops.isEmpty() || find(name).isPresent();
    }

    /** @return where the shop's customers have the names by which a platform knows them */
    Optional<Channel> platformOf(String name) {
        return find(name).map(Shop::channel).filter(channel -> !channel.isBlank()).map(Channel::valueOf);
    }

    private Optional<Shop> find(String name) {
        return shops.stream().filter(shop -> shop.name().equals(name)).findFirst();
    }
}
