package main

import (
	"context"
	"fmt"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	"libtalos/bench/component"
	"libtalos/bench/supervisor"
)

// the names of tests/bench/bus_messages.py
const (
	service   = "talos.bench.v1.BenchService"
	small     = "Small"
	list      = "List"
	services  = "Services"
	stream    = "Stream"
	chunkSize = 64 * 1024
)

func serve(socket string) error {
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	server := grpc.NewServer()
	server.RegisterService(&grpc.ServiceDesc{
		ServiceName: service,
		HandlerType: (*any)(nil),
		Methods: []grpc.MethodDesc{
			echo[supervisor.Service](small),
			echo[component.GetMetricsResponse](list),
			echo[supervisor.ListServicesResponse](services),
		},
		Streams: []grpc.StreamDesc{{StreamName: stream, Handler: chunks, ServerStreams: true}},
	}, nil)
	fmt.Println("ready")
	return server.Serve(listener)
}

// echo answers with the request.
func echo[M any, P interface {
	*M
	proto.Message
}](name string) grpc.MethodDesc {
	handle := func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
		message := P(new(M))
		return message, decode(message)
	}
	return grpc.MethodDesc{MethodName: name, Handler: handle}
}

// chunks answers with as many chunks as the request says, each a message of its own.
func chunks(_ any, call grpc.ServerStream) error {
	request := new(supervisor.StreamLogsRequest)
	if err := call.RecvMsg(request); err != nil {
		return err
	}
	lines := make([]byte, chunkSize)
	for range request.TailLines {
		if err := call.SendMsg(&supervisor.StreamLogsResponse{Lines: lines}); err != nil {
			return err
		}
	}
	return nil
}
