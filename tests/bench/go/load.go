package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"

	"libtalos/bench/component"
	"libtalos/bench/supervisor"
)

// the deadline that libtalos gives a call whose caller names none
const deadline = 20 * time.Second

// call makes one call and returns how many bytes of payload it brought, where they count.
type call func() (int, error)

// tally is what the callers together have done.
type tally struct {
	latencies []time.Duration
	bytes     int
}

func load(arguments []string) error {
	socket, name := arguments[0], arguments[1]
	numbers := make([]float64, 3)
	for index, text := range arguments[2:5] {
		number, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return err
		}
		numbers[index] = number
	}
	flight, warmUp, measured := int(numbers[0]), seconds(numbers[1]), seconds(numbers[2])
	request, err := os.ReadFile(arguments[5])
	if err != nil {
		return err
	}
	connection, err := grpc.NewClient("unix:"+socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	one, err := calls(connection, name, request)
	if err != nil {
		return err
	}
	if _, err := keep(one, flight, warmUp); err != nil {
		return err
	}
	began := time.Now()
	done, err := keep(one, flight, measured)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(figures(name, done, time.Since(began)))
}

func seconds(number float64) time.Duration {
	return time.Duration(number * float64(time.Second))
}

func calls(connection *grpc.ClientConn, name string, request []byte) (call, error) {
	switch name {
	case small:
		return unary[supervisor.Service](connection, name, request)
	case list:
		return unary[component.GetMetricsResponse](connection, name, request)
	case services:
		return unary[supervisor.ListServicesResponse](connection, name, request)
	case stream:
		return download(connection, name, request)
	}
	return nil, fmt.Errorf("%q is not a load", name)
}

func unary[M any, P interface {
	*M
	proto.Message
}](connection *grpc.ClientConn, name string, data []byte) (call, error) {
	request := P(new(M))
	if err := proto.Unmarshal(data, request); err != nil {
		return nil, err
	}
	path := "/" + service + "/" + name
	return func() (int, error) {
		within, cancel := context.WithTimeout(context.Background(), deadline)
		defer cancel()
		return 0, connection.Invoke(within, path, request, P(new(M)))
	}, nil
}

func download(connection *grpc.ClientConn, name string, data []byte) (call, error) {
	request := new(supervisor.StreamLogsRequest)
	if err := proto.Unmarshal(data, request); err != nil {
		return nil, err
	}
	description := &grpc.StreamDesc{StreamName: name, ServerStreams: true}
	return func() (int, error) {
		within, cancel := context.WithTimeout(context.Background(), deadline)
		defer cancel()
		chunks, err := connection.NewStream(within, description, "/"+service+"/"+name)
		if err != nil {
			return 0, err
		}
		if err := chunks.SendMsg(request); err != nil {
			return 0, err
		}
		if err := chunks.CloseSend(); err != nil {
			return 0, err
		}
		return read(chunks)
	}, nil
}

func read(chunks grpc.ClientStream) (int, error) {
	for total := 0; ; {
		reply := new(supervisor.StreamLogsResponse)
		if err := chunks.RecvMsg(reply); err == io.EOF {
			return total, nil
		} else if err != nil {
			return 0, err
		}
		total += len(reply.Lines)
	}
}

// keep has so many callers make calls for a while, each one call after the other.
func keep(one call, flight int, during time.Duration) (tally, error) {
	var all tally
	var failure error
	var callers sync.WaitGroup
	var guard sync.Mutex
	end := time.Now().Add(during)
	for range flight {
		callers.Add(1)
		go func() {
			defer callers.Done()
			own, err := repeat(one, end)
			guard.Lock()
			defer guard.Unlock()
			all.latencies = append(all.latencies, own.latencies...)
			all.bytes += own.bytes
			if err != nil {
				failure = err
			}
		}()
	}
	callers.Wait()
	return all, failure
}

func repeat(one call, end time.Time) (tally, error) {
	var own tally
	for began := time.Now(); began.Before(end); {
		bytes, err := one()
		if err != nil {
			return own, err
		}
		now := time.Now()
		own.latencies = append(own.latencies, now.Sub(began))
		own.bytes += bytes
		began = now
	}
	return own, nil
}

func figures(name string, done tally, took time.Duration) map[string]float64 {
	if name == stream {
		return map[string]float64{"MB/s": float64(done.bytes) / took.Seconds() / 1e6}
	}
	slices.Sort(done.latencies)
	count := len(done.latencies)
	return map[string]float64{
		"calls/s": float64(count) / took.Seconds(),
		"p50":     float64(done.latencies[count/2]) / 1e3,
		"p99":     float64(done.latencies[count*99/100]) / 1e3,
	}
}
