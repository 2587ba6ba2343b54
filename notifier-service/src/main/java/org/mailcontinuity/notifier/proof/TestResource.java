package org.mailcontinuity.notifier.proof;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.contact.ContactRepository;
import org.mailcontinuity.notifier.contact.Person;
import org.mailcontinuity.notifier.delivery.Courier;
import org.mailcontinuity.notifier.template.Facts;

/** Sends a test to a contact over its addresses, at once, and says what came of it. */
@Path("/api/v1/tests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TestResource {
    private final ContactRepository contacts;
    private final Courier courier;

    TestResource(ContactRepository contacts, Courier courier) {
        this.contacts = contacts;
        this.courier = courier;
    }

    @POST
    @RunOnVirtualThread
    public Response test(TestRequest request) {
        Optional<Person> person = QuarkusTransaction.requiringNew().call(() -> contacts.person(request.contactId()));
        List<Address> addresses = person.map(Person::addresses).orElse(List.of()).stream()
                .filter(request::concerns)
                .toList();
        if (person.isEmpty() || addresses.isEmpty()) {
            Map<String, Object> problem = Map.of(
                    "type",
                    "/problems/not-found",
                    "title",
                    "No contact of this id and address has come here yet",
                    "status",
                    404);
            return Response.status(Response.Status.NOT_FOUND)
                    .type("application/problem+json")
                    .entity(problem)
                    .build();
        }
        List<TestView.Result> results = addresses.parallelStream()
                .map(address -> result(address, person.get(), request))
                .toList();
        return Response.ok(new TestView(request.contactId(), results)).build();
    }

    private TestView.Result result(Address address, Person person, TestRequest request) {
        return TestView.Result.of(
                address,
                courier.test(
                        UUID.randomUUID(), address, person, new Facts.OfTest(request.requestedBy(), request.code())));
    }
}
